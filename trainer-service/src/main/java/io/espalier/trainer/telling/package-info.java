/**
 * Telling what happened: results, epochs, what this worker does, and records nobody can read.
 *
 * <p>Every publication is confirmed by all replicas before the caller goes on. Imports SmallRye
 * Reactive Messaging; no consumer, no network library.
 */
package io.espalier.trainer.telling;
