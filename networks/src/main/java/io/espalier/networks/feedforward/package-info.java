/**
 * Feed-forward networks as {@link io.espalier.networks.engine.Model}s: fully connected layers, and
 * the units of any directed acyclic graph. A network is a chain of {@link
 * io.espalier.networks.feedforward.Stage stages}; each holds its activations in the layout that is
 * fastest for its weights: dense layers in rows of samples, sparse ones and graphs with the samples
 * in the lanes of vectors, where work is proportional to the weights that are kept. Arithmetic lies
 * in {@code kernels}; nothing here imports DL4J.
 */
package io.espalier.networks.feedforward;
