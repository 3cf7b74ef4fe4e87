/**
 * The loop that trains a {@link io.espalier.networks.engine.Model}: epochs, batches, validation,
 * schedules, early stopping, cancelling, divergence, and changes of the structure. Knows no family
 * of networks: models come from a {@link io.espalier.networks.engine.ModelBuilder}.
 */
package io.espalier.networks.loop;
