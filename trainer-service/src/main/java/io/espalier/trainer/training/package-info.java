/**
 * Trainings on this machine: from an order to stored weights and their quality.
 *
 * <p>The only package that imports {@code io.espalier.networks} and {@code io.espalier.datasets};
 * knows nothing of Kafka. Nothing of the network library is loaded before the first training.
 */
package io.espalier.trainer.training;
