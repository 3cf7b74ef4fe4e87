package io.espalier.datasets;

import io.espalier.plan.Require;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Samples of one token or more each, 0 to alphabet - 1 (a string's ASCII codes, say), of differing
 * lengths and without padding.
 *
 * <p>Memory: one byte per token and nine per sample, for all parts of a dataset together, and four
 * more per sample in each part.
 */
public final class SequenceSamples implements Samples {
  private final SequenceTable table;
  private final int[] members;
  private final int longest;

  SequenceSamples(SequenceTable table, int[] members) {
    this.table = table;
    this.members = members.clone();
    this.longest = Arrays.stream(this.members).map(table::length).max().orElse(0);
  }

  /**
   * Samples from strings of ASCII letters; tokens are their codes.
   *
   * @param labels one per string, 0 to 127
   * @throws IllegalArgumentException if a string is empty or has another letter, their numbers
   *     differ or are 0, or a label is out of range
   */
  public static SequenceSamples of(List<String> strings, int... labels) {
    Require.within("labels", labels.length, Math.max(1, strings.size()), strings.size());
    return all(SequenceTable.of(strings, labels));
  }

  /** Every sequence, in order. */
  static SequenceSamples all(SequenceTable table) {
    return new SequenceSamples(table, IntStream.range(0, table.size()).toArray());
  }

  @Override
  public int size() {
    return members.length;
  }

  @Override
  public int label(int sample) {
    return table.label(members[sample]);
  }

  /**
   * Number of tokens of a sample, at least 1.
   *
   * @throws IndexOutOfBoundsException if the sample does not exist
   */
  public int length(int sample) {
    return table.length(members[sample]);
  }

  /** The greatest {@link #length} of these samples; at most the {@code longest} of the shape. */
  public int longest() {
    return longest;
  }

  /**
   * One token of a sample, never negative. To read many, {@link #copyInto(int, byte[], int)} is
   * faster.
   *
   * @param position 0 to length - 1
   * @throws IndexOutOfBoundsException if the sample or the position does not exist
   */
  public byte token(int sample, int position) {
    return table.token(members[sample], position);
  }

  /**
   * Writes the tokens of a sample to {@code target[offset .. offset + length(sample))} and leaves
   * the rest of {@code target} alone: padding is the caller's.
   *
   * @return the number of tokens
   * @throws IndexOutOfBoundsException if the sample does not exist or the target is too short
   */
  public int copyInto(int sample, byte[] target, int offset) {
    return table.copyInto(members[sample], target, offset);
  }

  /** As {@link #copyInto(int, byte[], int)}, into ints. */
  public int copyInto(int sample, int[] target, int offset) {
    return table.copyInto(members[sample], target, offset);
  }

  @Override
  public SequenceSamples first(int samples) {
    Require.within("samples", samples, 1, size());
    return new SequenceSamples(table, Arrays.copyOf(members, samples));
  }
}
