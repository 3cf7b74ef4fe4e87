package io.espalier.networks.kernels;

/** What becomes of the gradients that each step and each lane, a sample, contribute to a weight. */
public enum Accumulation {
  /** Their sum. */
  SUM,
  /** The squares of the sums over each lane's steps, summed over the lanes. */
  SQUARES
}
