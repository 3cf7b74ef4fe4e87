package io.espalier.networks.engine;

/**
 * Inverted dropout of one batch: each unit's output is dropped with a probability, the rest is
 * divided by what remains of 1.
 *
 * @param share probability, 0 (nothing is dropped) up to, not including, 1
 * @param seed of this batch; the same seed drops the same units
 */
public record Dropout(double share, long seed) {
  /** Nothing is dropped. */
  public static final Dropout NONE = new Dropout(0, 0);

  /**
   * Whether an output is dropped: a hash of seed, place and sample decides, so that it depends
   * neither on the layout of a batch nor on the portions it is worked on in.
   *
   * @param place which output of the network, and at which step if there are steps
   * @param sample number within the batch
   */
  public boolean drops(long place, int sample) {
    return random(place, sample) < limit();
  }

  /** What {@link #random} has to reach for an output to be kept; for loops that ask it often. */
  public long limit() {
    return (long) (share * 0x1p53);
  }

  /** 53 random bits: rounds of multiplication and shift over seed, place and sample. */
  public long random(long place, int sample) {
    long hash = seed ^ (place * 0x9E3779B97F4A7C15L);
    hash = (hash ^ (hash >>> 32)) * 0xD6E8FEB86659FD93L + sample;
    hash = (hash ^ (hash >>> 29)) * 0x9E3779B97F4A7C15L;
    hash = (hash ^ (hash >>> 32)) * 0xD6E8FEB86659FD93L;
    return hash >>> 11;
  }
}
