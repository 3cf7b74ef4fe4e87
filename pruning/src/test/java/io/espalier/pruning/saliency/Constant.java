package io.espalier.pruning.saliency;

import io.espalier.artifacts.mask.LayerMask;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The same saliency everywhere. */
record Constant(String name, float value) implements Saliency {

  @Override
  public SaliencyScores scores(ScoredNetwork network) {
    return SaliencyScores.of(
        network.mask().layers().stream()
            .collect(Collectors.toMap(LayerMask::layer, layer -> filled(layer.total()))));
  }

  private float[] filled(long length) {
    float[] values = new float[Math.toIntExact(length)];
    Arrays.fill(values, value);
    return values;
  }
}
