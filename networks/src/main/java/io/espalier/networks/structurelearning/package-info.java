/**
 * Which weights a network has, learned while they are trained: gradual magnitude pruning, sparse
 * evolutionary training, RigL, and L1 regularisation with thresholding.
 *
 * <p>A learner looks at weights and gradients and answers with a mask; it changes nothing itself
 * and knows neither models nor optimizers. Deterministic from the seed, exact to the single weight.
 */
package io.espalier.networks.structurelearning;
