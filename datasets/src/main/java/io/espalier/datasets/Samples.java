package io.espalier.datasets;

/**
 * A fixed series of labelled samples: {@link VectorSamples} for datasets of vectors and images,
 * {@link SequenceSamples} for datasets of sequences. Immutable and safe to share between threads;
 * nothing here allocates per sample.
 */
public sealed interface Samples permits VectorSamples, SequenceSamples {

  /** Number of samples, at least 1. */
  int size();

  /**
   * The label of a sample, 0 to classes - 1.
   *
   * @throws IndexOutOfBoundsException if the sample does not exist
   */
  int label(int sample);

  /**
   * The first samples only; shares the data, copies nothing but an index.
   *
   * @throws IllegalArgumentException if there are fewer, or none is asked for
   */
  Samples first(int samples);
}
