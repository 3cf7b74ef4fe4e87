/**
 * Inner loops of the fused networks, written twice: with the incubating Vector API (sub-package
 * {@code vector}, compiled apart and loaded only where the module {@code jdk.incubator.vector} is
 * present) and as plain loops.
 *
 * <p>Activations lie in {@link io.espalier.networks.kernels.Panel}s: a batch's samples are the
 * lanes of vectors, a weight is a scalar that meets all of them. So work is proportional to the
 * weights that are there. Imports nothing of ours but {@code plan}.
 */
package io.espalier.networks.kernels;
