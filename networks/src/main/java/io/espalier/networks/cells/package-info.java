/**
 * Convolutional cell networks as {@link io.espalier.networks.engine.Model}s on {@code kernels}:
 * feature maps lie pixel by pixel with the batch in the lanes, so that a convolution is one product
 * with a matrix per position of its kernel, dense or by the weights that are kept. Nothing here
 * imports DL4J, which tests use as an oracle.
 */
package io.espalier.networks.cells;
