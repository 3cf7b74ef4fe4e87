/**
 * What a received event asks of a worker: train, retrain, cancel, give up on it, or nothing.
 *
 * <p>Plain functions over records. Imports the event contracts, training orders and the JDK only:
 * no Quarkus, no Kafka, no network library.
 */
package io.espalier.trainer.orders;
