package io.espalier.pruning.derivative;

import io.espalier.networks.engine.Dropout;
import io.espalier.plan.PruningMethod.Criterion;
import io.espalier.plan.Require;
import io.espalier.pruning.evidence.Evidence;
import io.espalier.pruning.evidence.Part;
import io.espalier.pruning.saliency.Saliency;
import io.espalier.pruning.saliency.SaliencyScores;
import io.espalier.pruning.saliency.SaliencyUnusable;
import io.espalier.pruning.saliency.ScoredNetwork;
import java.util.Optional;

/**
 * {@code |w dL/dw|} with the gradient of the mean cross-entropy: by how much the loss changes, to
 * first order, when the weight goes. For networks of every family.
 *
 * @param name in campaign files
 * @param part whose samples are averaged over
 */
public record FirstOrder(String name, Part part) implements Saliency {
  /** Molchanov et al. 2019 (arXiv 1906.10771), on the validation samples. */
  public static final Saliency TAYLOR = new FirstOrder(Criterion.TAYLOR, Part.VALIDATION);

  /**
   * Lee, Ajanthan, Torr 2019 (arXiv 1810.02340), on training samples; meant for initial weights.
   * Their scores are these divided by their sum, which changes no order.
   */
  public static final Saliency SNIP = new FirstOrder(Criterion.SNIP, Part.TRAINING);

  private static final int MOST_SAMPLES = 10_000;

  public FirstOrder {
    Require.text("saliency.name", name);
    Require.present("saliency.part", part);
  }

  @Override
  public SaliencyScores scores(ScoredNetwork network) throws SaliencyUnusable {
    try (Evidence evidence = Evidence.of(network, part, MOST_SAMPLES)) {
      Means gradients = new Means(network.mask());
      evidence.forEach(
          batch -> {
            evidence.model().gradients(batch, Dropout.NONE);
            gradients.add(evidence.model(), batch.size());
          });
      return new SaliencyScores(
          gradients.scores(network.checkpoint(), (weight, slope) -> Math.abs(weight * slope)),
          evidence.size(),
          evidence.subset(),
          Optional.empty());
    }
  }
}
