package io.espalier.pruning.saliency;

import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.artifacts.mask.LayerMask;
import io.espalier.artifacts.mask.Mask;
import io.espalier.plan.Require;
import java.util.Map;
import java.util.Optional;

/**
 * The saliency of every maskable weight. A class, not a record, because it holds arrays; they are
 * shared and not to be written.
 */
public final class SaliencyScores {
  private final Map<String, float[]> scores;
  private final long samples;
  private final Optional<String> approximation;
  private final Optional<Compensation> compensation;

  /**
   * @param scores by tensor name, one per weight in row-major order
   * @param samples that were looked at
   * @param approximation what is approximated and how, for people; absent if nothing is
   * @param compensation how the weights that stay make up for those that go; absent if they do not
   */
  public SaliencyScores(
      Map<String, float[]> scores,
      long samples,
      Optional<String> approximation,
      Optional<Compensation> compensation) {
    this.scores = Map.copyOf(Require.present("scores", scores));
    Require.atLeast("samples", samples, 0);
    this.samples = samples;
    this.approximation = Require.present("approximation", approximation);
    this.compensation = Require.present("compensation", compensation);
  }

  /** Exact scores that look at no samples. */
  public static SaliencyScores of(Map<String, float[]> scores) {
    return new SaliencyScores(scores, 0, Optional.empty(), Optional.empty());
  }

  /**
   * The scores of one tensor.
   *
   * @throws SaliencyUnusable if there are none or not one per weight, or a weight that is still
   *     there scores NaN or less than zero or infinity
   */
  public float[] of(LayerMask layer) throws SaliencyUnusable {
    float[] values = scores.get(layer.layer());
    if (values == null || values.length != layer.total()) {
      throw new SaliencyUnusable(
          layer.layer()
              + " got "
              + (values == null ? 0 : values.length)
              + " scores, allowed: "
              + layer.total());
    }
    for (int i = 0; i < values.length; i++) {
      if (layer.keeps(i) && !(values[i] >= 0 && values[i] < Float.POSITIVE_INFINITY)) {
        throw new SaliencyUnusable(
            layer.layer() + "[" + i + "] scores " + values[i] + ", allowed: 0 or more, finite");
      }
    }
    return values;
  }

  /** Samples that were looked at. */
  public long samples() {
    return samples;
  }

  /** What is approximated and how. */
  public Optional<String> approximation() {
    return approximation;
  }

  /** How the weights that stay make up for those that go. */
  public Optional<Compensation> compensation() {
    return compensation;
  }

  /** Changes weights that stay so that the network loses less. */
  @FunctionalInterface
  public interface Compensation {
    /** The weights to go on with; those that the mask does not keep are zero. */
    Checkpoint after(Mask mask);
  }
}
