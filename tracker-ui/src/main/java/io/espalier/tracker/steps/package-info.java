/**
 * Pruning steps with what became of them: of one trial, of a campaign page by page, as CSV.
 *
 * <p>Must not import Kafka.
 */
package io.espalier.tracker.steps;
