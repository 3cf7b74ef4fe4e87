package io.espalier.example;

import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.artifacts.checkpoint.FloatTensor;
import io.espalier.artifacts.checkpoint.InitialWeights;
import io.espalier.artifacts.mask.LayerMask;
import io.espalier.pruning.saliency.Saliency;
import io.espalier.pruning.saliency.SaliencyScores;
import io.espalier.pruning.saliency.ScoredNetwork;
import java.util.HashMap;
import java.util.Map;

/**
 * |w - w0|: how far training has moved a weight from its initial value (the criterion "movement" of
 * Zhou, Lan, Liu, Yosinski 2019, arXiv 1905.01067). The initial weights follow from architecture
 * and seed, so no data is needed.
 */
public final class Movement implements Saliency {

  @Override
  public String name() {
    return "example.movement";
  }

  @Override
  public SaliencyScores scores(ScoredNetwork network) {
    Checkpoint initial =
        InitialWeights.checkpoint(network.plan().architecture(), network.plan().seed());
    Map<String, float[]> scores = new HashMap<>();
    for (LayerMask layer : network.mask().layers()) {
      String tensor = layer.layer();
      scores.put(tensor, distances(network.checkpoint().tensor(tensor), initial.tensor(tensor)));
    }
    return SaliencyScores.of(scores);
  }

  private static float[] distances(FloatTensor now, FloatTensor then) {
    float[] distances = new float[now.size()];
    for (int i = 0; i < distances.length; i++) {
      distances[i] = Math.abs(now.value(i) - then.value(i));
    }
    return distances;
  }
}
