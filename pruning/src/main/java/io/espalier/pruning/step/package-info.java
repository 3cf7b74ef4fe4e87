/**
 * One pruning step from a checkpoint to a stored mask with its quality measured.
 *
 * <p>Uses {@code networks} and {@code datasets}. Must not import Kafka, Quarkus or SmallRye.
 */
package io.espalier.pruning.step;
