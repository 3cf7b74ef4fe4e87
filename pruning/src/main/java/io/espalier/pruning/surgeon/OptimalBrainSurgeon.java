package io.espalier.pruning.surgeon;

import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.artifacts.checkpoint.FloatTensor;
import io.espalier.artifacts.mask.LayerMask;
import io.espalier.artifacts.mask.Mask;
import io.espalier.plan.PruningMethod.Criterion;
import io.espalier.pruning.evidence.Evidence;
import io.espalier.pruning.evidence.Part;
import io.espalier.pruning.saliency.Saliency;
import io.espalier.pruning.saliency.SaliencyScores;
import io.espalier.pruning.saliency.SaliencyUnusable;
import io.espalier.pruning.saliency.ScoredNetwork;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Layer-wise optimal brain surgeon (Dong, Chen, Pan 2017, arXiv 1705.07565): {@code w^2 / (2
 * [H^-1]_qq)}, by how much the squared error of its layer's output grows when the weight goes and
 * the others of the same output, its bias among them, make up for it. {@link LayerHessian} is taken
 * over the validation samples (and all time steps, padding among them) as the network that is
 * pruned sees them. For feed-forward networks and recurrent stacks, where h2h weights read the
 * state of the step before.
 *
 * <p>H is that of the weights that are still there, so outputs that lost different weights before
 * have different ones. Time inputs^3 per layer, and {@link RowSurgery} per output. Memory two
 * matrices of inputs^2 doubles per layer for as long as the scores are held, and for a time more
 * for the largest layer: {@link SurgeonMemory}, which is asked before anything is computed.
 */
public final class OptimalBrainSurgeon implements Saliency {
  private static final int MOST_SAMPLES = 10_000;

  @Override
  public String name() {
    return Criterion.OPTIMAL_BRAIN_SURGEON;
  }

  @Override
  public SaliencyScores scores(ScoredNetwork network) throws SaliencyUnusable {
    requireMatrices(network);
    SurgeonMemory.require(
        network.mask().layers().stream().map(layer -> layer.shape().get(1)).toList(),
        Runtime.getRuntime().maxMemory());
    try (Evidence evidence = Evidence.dense(network, Part.VALIDATION, MOST_SAMPLES)) {
      Map<String, LayerHessian> hessians = hessians(network, evidence);
      Checkpoint weights = network.mask().applyTo(network.checkpoint());
      Map<String, float[]> scores = new LinkedHashMap<>();
      for (LayerMask layer : network.mask().layers()) {
        LayerHessian hessian = hessians.get(layer.layer());
        scores.put(layer.layer(), layer(hessian, weights, layer.layer()).scores(layer));
      }
      return new SaliencyScores(
          scores,
          evidence.size(),
          evidence.subset(),
          Optional.of(mask -> compensated(hessians, weights, mask)));
    }
  }

  private static LayerWeights layer(LayerHessian hessian, Checkpoint weights, String tensor) {
    return new LayerWeights(
        hessian, weights.tensor(tensor).values(), weights.tensor(biasOf(tensor)).values());
  }

  private static void requireMatrices(ScoredNetwork network) throws SaliencyUnusable {
    boolean matrices =
        network
            .plan()
            .architecture()
            .match(layers -> true, graph -> false, stack -> true, graph -> false, cells -> false);
    if (!matrices) {
      throw new SaliencyUnusable(
          Criterion.OPTIMAL_BRAIN_SURGEON
              + " needs layers whose units all read the same inputs; "
              + network.plan().architecture().label()
              + " is not made of such, allowed: feed-forward networks and recurrent stacks");
    }
  }

  private static Map<String, LayerHessian> hessians(ScoredNetwork network, Evidence evidence)
      throws SaliencyUnusable {
    Map<String, Gram> grams = new LinkedHashMap<>();
    evidence.forEach(
        batch ->
            evidence
                .model()
                .read(
                    batch,
                    (tensor, inputs, rows) ->
                        grams
                            .computeIfAbsent(tensor, t -> new Gram(inputs.columns()))
                            .add(inputs, rows)));
    Map<String, LayerHessian> hessians = new LinkedHashMap<>();
    for (LayerMask layer : network.mask().layers()) {
      hessians.put(layer.layer(), LayerHessian.of(layer.layer(), grams.remove(layer.layer())));
    }
    return hessians;
  }

  /** Layers do not know of each other: each keeps its output for the inputs that it had. */
  private static Checkpoint compensated(
      Map<String, LayerHessian> hessians, Checkpoint weights, Mask mask) {
    Map<String, float[]> changed = new HashMap<>();
    for (LayerMask layer : mask.layers()) {
      float[] ofLayer = weights.tensor(layer.layer()).values();
      float[] biases = weights.tensor(biasOf(layer.layer())).values();
      new LayerWeights(hessians.get(layer.layer()), ofLayer, biases).compensate(layer);
      changed.put(layer.layer(), ofLayer);
      changed.put(biasOf(layer.layer()), biases);
    }
    List<FloatTensor> tensors = new ArrayList<>();
    for (FloatTensor old : weights.tensors()) {
      float[] values = changed.getOrDefault(old.name(), old.values());
      tensors.add(new FloatTensor(old.name(), old.shape(), values));
    }
    return mask.applyTo(new Checkpoint(tensors));
  }

  private static String biasOf(String tensor) {
    return tensor.replaceFirst("weight$", "bias");
  }
}
