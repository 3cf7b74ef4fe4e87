/**
 * The fold: events in, read models out, in whatever order the topics arrive.
 *
 * <p>Plain functions over rows that {@link io.espalier.tracker.fold.ReadModels} finds or makes;
 * only {@link io.espalier.tracker.fold.PanacheReadModels} knows the database. Must not import
 * Kafka.
 */
package io.espalier.tracker.fold;
