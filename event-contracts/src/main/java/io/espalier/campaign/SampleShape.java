package io.espalier.campaign;

import io.espalier.plan.ImageShape;
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

  /** An image, as a vector ordered by channel, then row, then column (CHW). */
  record Image(ImageShape pixels) implements SampleShape {
    public Image {
      Require.present("samples.pixels", pixels);
    }

    /**
     * An image of so many channels, rows and columns.
     *
     * @throws IllegalArgumentException if one is not from 1 to 1024
     */
    public Image(int channels, int height, int width) {
      this(new ImageShape(channels, height, width));
    }

    /** Values per sample. */
    public int inputs() {
      return pixels.values();
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
