package io.espalier.networks.recurrent;

import io.espalier.datasets.Samples;
import io.espalier.datasets.SequenceSamples;
import io.espalier.networks.engine.Batch;
import java.util.Arrays;

/** The tokens of a portion of a batch, [step][lane], padded at their end with token 0. */
final class TokenLanes {
  private static final int PADDING = 0;

  private final int alphabet;
  private int[] tokens = {};
  private int[] sequence = {};
  private int lanes;

  /**
   * @param alphabet number of tokens
   */
  TokenLanes(int alphabet) {
    this.alphabet = alphabet;
  }

  /**
   * The samples as sequences.
   *
   * @throws IllegalArgumentException if they are something else
   */
  static SequenceSamples sequences(Samples samples) {
    if (samples instanceof SequenceSamples sequences) {
      return sequences;
    }
    throw new IllegalArgumentException("a recurrent network reads sequences, not vectors");
  }

  /** Tokens of the longest sequence of a batch. */
  static int longest(Batch batch) {
    SequenceSamples samples = sequences(batch.samples());
    int longest = 0;
    for (int i = 0; i < batch.size(); i++) {
      longest = Math.max(longest, samples.length(batch.sample(i)));
    }
    return longest;
  }

  /**
   * Takes samples of a batch into the lanes; lanes without a sample hold padding only.
   *
   * @param from first sample of the batch
   * @param count number of samples, at most the lanes
   * @throws IllegalArgumentException if a token is not of the alphabet
   */
  void load(Batch batch, int from, int count, int steps, int lanes) {
    this.lanes = lanes;
    if (tokens.length < steps * lanes) {
      tokens = new int[steps * lanes];
    }
    if (sequence.length < steps) {
      sequence = new int[steps];
    }
    Arrays.fill(tokens, 0, steps * lanes, PADDING);
    SequenceSamples samples = sequences(batch.samples());
    for (int lane = 0; lane < count; lane++) {
      int length = samples.copyInto(batch.sample(from + lane), sequence, 0);
      for (int step = 0; step < length; step++) {
        tokens[step * lanes + lane] = known(sequence[step]);
      }
    }
  }

  private int known(int token) {
    if (token >= alphabet) {
      throw new IllegalArgumentException("token is " + token + ", allowed: 0 to " + (alphabet - 1));
    }
    return token;
  }

  /** The token of a lane at a step. */
  int token(int step, int lane) {
    return tokens[step * lanes + lane];
  }
}
