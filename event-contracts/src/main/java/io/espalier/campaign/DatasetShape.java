package io.espalier.campaign;

import io.espalier.plan.ImageShape;
import io.espalier.plan.Require;
import java.util.Optional;

/**
 * What a campaign must know of a dataset.
 *
 * @param name name in the catalogue
 * @param samples what one sample looks like
 * @param classes number of labels
 */
public record DatasetShape(String name, SampleShape samples, int classes) {
  public DatasetShape {
    Require.text("dataset.name", name);
    Require.present("dataset.samples", samples);
    Require.atLeast("dataset.classes", classes, 2);
  }

  /** Whether samples are sequences of tokens, not vectors or images. */
  public boolean isSequence() {
    return samples instanceof SampleShape.Sequence;
  }

  /**
   * Values per sample of a dataset of vectors or images.
   *
   * @throws IllegalStateException if samples are sequences, which have no fixed number of values
   */
  public int inputs() {
    return samples.match(
        SampleShape.Vector::inputs,
        SampleShape.Image::inputs,
        sequence -> {
          throw new IllegalStateException("dataset " + name + " holds sequences, not vectors");
        });
  }

  /** The shape of an image; empty if samples are none. */
  public Optional<ImageShape> image() {
    return samples.match(
        vector -> Optional.empty(),
        image -> Optional.of(image.pixels()),
        sequence -> Optional.empty());
  }

  /**
   * Number of tokens of a dataset of sequences.
   *
   * @throws IllegalStateException if samples are no sequences
   */
  public int alphabet() {
    if (samples instanceof SampleShape.Sequence sequence) {
      return sequence.alphabet();
    }
    throw new IllegalStateException("dataset " + name + " holds vectors, not sequences");
  }
}
