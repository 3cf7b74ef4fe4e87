/**
 * Saliencies from derivatives of the loss: first ones (Taylor, SNIP) and second ones (optimal brain
 * damage, Fisher). {@code docs/pruning.md} has the formulas.
 */
package io.espalier.pruning.derivative;
