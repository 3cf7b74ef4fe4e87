package io.espalier.campaign;

import io.espalier.plan.Require;
import java.util.function.Function;

/** What one sample of a dataset looks like to a network. */
public sealed interface SampleShape {

  /**
   * A fixed number of values, in no particular order.
   *
   * @param inputs values per sample
   */
  record Vector(int inputs) implements SampleShape {
    public Vector {
      Require.atLeast("samples.inputs", inputs, 1);
    }
  }

  /**
   * Pixels; as a vector they are ordered by channel, then row, then column (CHW).
   *
   * @param channels 1 for grey, 3 for red, green, blue
   * @param height rows
   * @param width columns
   */
  record Image(int channels, int height, int width) implements SampleShape {
    public Image {
      Require.within("samples.channels", channels, 1, 1024);
      Require.within("samples.height", height, 1, 1024);
      Require.within("samples.width", width, 1, 1024);
    }

    /** Values per sample. */
    public int inputs() {
      return channels * height * width;
    }
  }

  /**
   * Tokens 0 to alphabet - 1 in order, 1 to {@code longest} of them; lengths differ by sample.
   *
   * @param alphabet number of different tokens, 128 for ASCII
   * @param longest most tokens that a sample of the dataset has
   */
  record Sequence(int alphabet, int longest) implements SampleShape {
    public Sequence {
      Require.within("samples.alphabet", alphabet, 2, 128);
      Require.atLeast("samples.longest", longest, 1);
    }
  }

  /** What people call this kind: {@code vector}, {@code image} or {@code sequence}. */
  default String kind() {
    return match(vector -> "vector", image -> "image", sequence -> "sequence");
  }

  /** Applies the function that belongs to this kind of sample. */
  default <T> T match(
      Function<Vector, T> vector, Function<Image, T> image, Function<Sequence, T> sequence) {
    if (this instanceof Vector v) {
      return vector.apply(v);
    }
    if (this instanceof Image i) {
      return image.apply(i);
    }
    return sequence.apply((Sequence) this);
  }
}
