/**
 * From gradients to updates: SGD and Adam by PyTorch's equations, global clipping of the gradient,
 * the course of learning rate and momentum over the epochs, and when to stop early.
 *
 * <p>Works on {@link io.espalier.networks.engine.Model}s through their parameters; knows nothing of
 * datasets, epochs' data or structures. Nothing here allocates per batch.
 */
package io.espalier.networks.optimizing;
