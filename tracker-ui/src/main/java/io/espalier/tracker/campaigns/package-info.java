/**
 * Campaigns: what was asked for, how far it is, and what it gave.
 *
 * <p>A campaign's state follows from its decisions and the states of its trainings. Must not import
 * Kafka.
 */
package io.espalier.tracker.campaigns;
