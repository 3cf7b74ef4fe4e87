package io.espalier.predictor.scoring;

import io.espalier.artifacts.tensors.NetworkTensors;
import io.espalier.plan.BranchPlan;
import io.espalier.plan.Cut;
import io.espalier.plan.PruningOptions;
import io.espalier.plan.Rounds;
import io.espalier.plan.StructureLearning;
import io.espalier.plan.TrialPlan;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The share of all maskable weights that a plan has cut after a step, as far as the plan tells: 0
 * to 1, over the whole network and not only the scope.
 *
 * <p>Two amounts are guessed. A saliency budget b is taken to cut the share sqrt(b) of the weights,
 * which is exact for saliencies spread evenly from 0 on. A share of the units is taken as the same
 * share of the weights. An iterative schedule is taken to end at its target or floor, not at a
 * layer that would be empty.
 */
final class PlannedSparsity {
  private final TrialPlan plan;
  private final Map<String, Long> sizes = new HashMap<>();

  private PlannedSparsity(TrialPlan plan) {
    this.plan = plan;
    NetworkTensors.maskable(plan.architecture())
        .forEach((name, shape) -> sizes.put(name, shape.stream().reduce(1L, (a, b) -> a * b)));
  }

  /**
   * After a step of a branch; before any step what the dense training is to learn.
   *
   * @param branch absent for the dense network
   * @param step of the branch, from 1
   */
  static double of(TrialPlan plan, Optional<BranchPlan> branch, int step) {
    PlannedSparsity planned = new PlannedSparsity(plan);
    double learned = plan.training().structureLearning().map(StructureLearning::target).orElse(0.0);
    return Math.max(learned, branch.map(b -> planned.cut(b, step)).orElse(0.0));
  }

  private double cut(BranchPlan branch, int step) {
    if (branch.of().isPresent()) {
      return branch.of().flatMap(plan::branch).map(b -> cut(b, b.steps())).orElse(0.0);
    }
    double all = sum(sizes);
    return branch
        .layerRates()
        .map(rates -> cutByRates(branch, rates) / all)
        .orElseGet(() -> cutOfScope(branch, step) * sum(covered(branch)) / all);
  }

  private double cutByRates(BranchPlan branch, Map<String, Double> rates) {
    double cut = 0;
    for (Map.Entry<String, Long> tensor : covered(branch).entrySet()) {
      double rate =
          rates.entrySet().stream()
              .filter(r -> PruningOptions.names(r.getKey(), tensor.getKey()))
              .min(Map.Entry.comparingByKey())
              .map(Map.Entry::getValue)
              .orElse(0.0);
      cut += rate * tensor.getValue();
    }
    return cut;
  }

  private double cutOfScope(BranchPlan branch, int step) {
    return branch
        .rounds()
        .map(rounds -> cutAfter(rounds, step, sum(covered(branch))))
        .orElseGet(() -> branch.sparsities().get(step - 1));
  }

  private static double cutAfter(Rounds rounds, int step, double total) {
    double least = (1 - rounds.untilSparsity().orElse(1.0)) * total;
    double kept = total;
    for (int round = 1; round <= step && kept > least; round++) {
      if (round > 1 && kept < rounds.leastWeights()) {
        break;
      }
      kept = Math.max(least, kept - cut(rounds.cut(), kept));
    }
    return total > 0 ? 1 - kept / total : 0;
  }

  private static double cut(Cut cut, double kept) {
    if (cut instanceof Cut.Weights weights) {
      return Math.min((double) weights.count(), kept);
    }
    return cut instanceof Cut.SaliencyBudget budget
        ? Math.sqrt(budget.share()) * kept
        : ((Cut.ShareOfRemaining) cut).share() * kept;
  }

  private Map<String, Long> covered(BranchPlan branch) {
    Map<String, Long> covered = new HashMap<>(sizes);
    covered.keySet().removeIf(tensor -> !branch.options().covers(tensor));
    return covered;
  }

  private static double sum(Map<String, Long> sizes) {
    return sizes.values().stream().mapToDouble(Long::doubleValue).sum();
  }
}
