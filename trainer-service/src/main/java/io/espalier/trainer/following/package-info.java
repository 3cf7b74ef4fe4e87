/**
 * Keeps the history of trainings and campaigns up to date from the log.
 *
 * <p>Imports the Apache Kafka client; no Quarkus messaging, no network library.
 */
package io.espalier.trainer.following;
