/**
 * The layer-wise optimal brain surgeon: saliencies and compensation from the inputs of each layer.
 * {@code docs/pruning.md} has the formulas.
 */
package io.espalier.pruning.surgeon;
