package io.espalier.pruning.derivative;

import io.espalier.networks.engine.Curvature;
import io.espalier.plan.Architecture;
import io.espalier.plan.PruningMethod.Criterion;
import io.espalier.plan.Require;
import io.espalier.pruning.evidence.Evidence;
import io.espalier.pruning.evidence.Part;
import io.espalier.pruning.saliency.Saliency;
import io.espalier.pruning.saliency.SaliencyScores;
import io.espalier.pruning.saliency.SaliencyUnusable;
import io.espalier.pruning.saliency.ScoredNetwork;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code w^2 c / 2} with the curvature c of the mean cross-entropy of the validation samples along
 * the weight: by how much the loss grows, to second order, when the weight goes. For networks of
 * every family.
 *
 * @param name in campaign files
 */
public record SecondOrder(String name, Curvature curvature) implements Saliency {
  /**
   * LeCun, Denker, Solla 1990. Without recurrence the Gauss-Newton diagonal is the Hessian's, since
   * the outputs are piecewise linear in each single weight.
   */
  public static final Saliency OPTIMAL_BRAIN_DAMAGE =
      new SecondOrder(Criterion.OPTIMAL_BRAIN_DAMAGE, Curvature.GAUSS_NEWTON);

  /** Theis et al. 2018 (arXiv 1801.05787), exactly sample by sample. */
  public static final Saliency FISHER =
      new SecondOrder(Criterion.FISHER, Curvature.EMPIRICAL_FISHER);

  private static final String GAUSS_NEWTON =
      "Gauss-Newton diagonal in place of the Hessian's: the outputs' own second derivatives are"
          + " left out";

  private static final int MOST_SAMPLES = 10_000;

  /**
   * Where a weight serves at many steps or pixels a sample costs that many times as much: fewer of
   * them, and fewer still with many classes to send back.
   */
  private static final int MOST_SAMPLES_OF_SHARED_WEIGHTS = 2_500;

  private static final int MOST_PASSES_OF_SHARED_WEIGHTS = 10_000;

  public SecondOrder {
    Require.text("saliency.name", name);
    Require.present("saliency.curvature", curvature);
  }

  @Override
  public SaliencyScores scores(ScoredNetwork network) throws SaliencyUnusable {
    Architecture architecture = network.plan().architecture();
    try (Evidence evidence = Evidence.of(network, Part.VALIDATION, most(architecture))) {
      Means diagonal = new Means(network.mask());
      evidence.forEach(
          batch -> {
            evidence.model().curve(batch, curvature);
            diagonal.add(evidence.model(), batch.size());
          });
      return new SaliencyScores(
          diagonal.scores(network.checkpoint(), (weight, c) -> weight * weight * c / 2),
          evidence.size(),
          said(Stream.of(approximation(architecture), evidence.subset())),
          Optional.empty());
    }
  }

  private int most(Architecture architecture) {
    boolean shared =
        architecture.match(
            network -> false, graph -> false, stack -> true, graph -> true, cells -> true);
    int passes = curvature.passes(1, architecture.classes()).size();
    return shared
        ? Math.min(
            MOST_SAMPLES_OF_SHARED_WEIGHTS, Math.max(1, MOST_PASSES_OF_SHARED_WEIGHTS / passes))
        : MOST_SAMPLES;
  }

  private Optional<String> approximation(Architecture architecture) {
    boolean recurrent =
        architecture.match(
            network -> false, graph -> false, stack -> true, graph -> true, cells -> false);
    return recurrent && curvature == Curvature.GAUSS_NEWTON
        ? Optional.of(GAUSS_NEWTON)
        : Optional.empty();
  }

  private static Optional<String> said(Stream<Optional<String>> parts) {
    String all = parts.flatMap(Optional::stream).collect(Collectors.joining("; "));
    return Optional.of(all).filter(text -> !text.isEmpty());
  }
}
