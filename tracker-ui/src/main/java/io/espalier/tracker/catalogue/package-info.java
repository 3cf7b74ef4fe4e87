/**
 * What a campaign can be made of: datasets, methods, and the study files to start from.
 *
 * <p>Reads files and constants only; must not import the database or Kafka.
 */
package io.espalier.tracker.catalogue;
