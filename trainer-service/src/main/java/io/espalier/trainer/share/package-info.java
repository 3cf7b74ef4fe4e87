/**
 * Taking work from a Kafka share group: one record at a time, held under a lock that is renewed for
 * as long as the work takes.
 *
 * <p>Knows records and locks, not what the work is. Imports the Apache Kafka client and the JDK; no
 * Quarkus, no network library, no other package of this service.
 */
package io.espalier.trainer.share;
