/**
 * What saliencies look at: a network at work on some samples of its dataset. Uses {@code networks}
 * and {@code datasets}; the test samples are nobody's evidence.
 */
package io.espalier.pruning.evidence;
