/**
 * What is in an archive: the manifest with its root hash, the names of entries, an event as a line.
 *
 * <p>Text and bytes only; knows neither ZIP nor Kafka.
 */
package io.espalier.audit.archive.format;
