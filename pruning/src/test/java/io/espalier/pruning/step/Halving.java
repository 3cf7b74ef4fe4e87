package io.espalier.pruning.step;

import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.artifacts.checkpoint.FloatTensor;
import io.espalier.pruning.saliency.Saliency;
import io.espalier.pruning.saliency.SaliencyScores;
import io.espalier.pruning.saliency.ScoredNetwork;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Scores by position, looks at all samples, and halves the weights that stay. */
final class Halving implements Saliency {
  static final String NAME = "tests.halving";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public SaliencyScores scores(ScoredNetwork network) {
    Map<String, float[]> scores = new HashMap<>();
    for (FloatTensor tensor : network.checkpoint().tensors()) {
      float[] positions = new float[tensor.size()];
      for (int i = 0; i < positions.length; i++) {
        positions[i] = i;
      }
      scores.put(tensor.name(), positions);
    }
    return new SaliencyScores(
        scores,
        network.data().get().training().size(),
        Optional.of("positions stand for importance"),
        Optional.of(mask -> mask.applyTo(halved(network.checkpoint()))));
  }

  static Checkpoint halved(Checkpoint checkpoint) {
    return new Checkpoint(checkpoint.tensors().stream().map(Halving::halved).toList());
  }

  private static FloatTensor halved(FloatTensor tensor) {
    float[] values = tensor.values();
    for (int i = 0; i < values.length; i++) {
      values[i] /= 2;
    }
    return new FloatTensor(tensor.name(), tensor.shape(), values);
  }
}
