package io.espalier.datasets;

import io.espalier.plan.Require;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Samples of {@link #inputs()} values each, normalised: vectors, and images as channel by channel,
 * row by row.
 */
public final class VectorSamples implements Samples {
  private final Rows rows;
  private final int[] members;

  VectorSamples(Rows rows, int[] members) {
    this.rows = rows;
    this.members = members.clone();
  }

  /**
   * Samples from values in memory, which are taken as they are (not normalised further).
   *
   * @param vectors one per sample, of one length; copied
   * @param labels one per sample, 0 to 127
   * @throws IllegalArgumentException if lengths differ, there is none, or a label is out of range
   */
  public static VectorSamples of(List<float[]> vectors, int... labels) {
    Require.within("labels", labels.length, Math.max(1, vectors.size()), vectors.size());
    int inputs = vectors.get(0).length;
    float[] values = new float[Math.multiplyExact(inputs, vectors.size())];
    for (int i = 0; i < labels.length; i++) {
      Require.within("values of vector " + i, vectors.get(i).length, inputs, inputs);
      System.arraycopy(vectors.get(i), 0, values, i * inputs, inputs);
    }
    return all(new FloatRows(inputs, values, Labels.bytes(labels)));
  }

  /** Every row, in order. */
  static VectorSamples all(Rows rows) {
    return new VectorSamples(rows, IntStream.range(0, rows.size()).toArray());
  }

  @Override
  public int size() {
    return members.length;
  }

  /** Values per sample. */
  public int inputs() {
    return rows.inputs();
  }

  @Override
  public int label(int sample) {
    return rows.label(members[sample]);
  }

  /**
   * Writes the normalised values of a sample to {@code target[offset .. offset + inputs())}.
   *
   * @throws IndexOutOfBoundsException if the sample does not exist or the target is too short
   */
  public void copyInto(int sample, float[] target, int offset) {
    rows.copyInto(members[sample], target, offset);
  }

  /**
   * Writes some inputs of some samples, input by input: the normalised value of {@code inputs[i]}
   * of {@code samples[s]} goes to {@code target[i * stride + s]}.
   *
   * @param inputs ascending
   * @throws IndexOutOfBoundsException if a sample or input does not exist or the target is too
   *     short
   */
  public void copyTransposed(int[] samples, int[] inputs, float[] target, int stride) {
    int[] chosen = new int[samples.length];
    for (int i = 0; i < chosen.length; i++) {
      chosen[i] = members[samples[i]];
    }
    rows.copyTransposed(chosen, inputs, target, stride);
  }

  @Override
  public VectorSamples first(int samples) {
    Require.within("samples", samples, 1, size());
    return new VectorSamples(rows, Arrays.copyOf(members, samples));
  }
}
