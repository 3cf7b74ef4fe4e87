/**
 * Hidden units and where in a network's tensors their weights and biases lie. Plain functions of an
 * architecture.
 */
package io.espalier.pruning.units;
