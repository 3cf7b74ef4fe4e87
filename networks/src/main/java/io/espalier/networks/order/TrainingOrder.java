package io.espalier.networks.order;

import io.espalier.events.PruningEvent.Pruned;
import io.espalier.events.Snapshot;
import io.espalier.plan.ArtifactRef;
import io.espalier.plan.BranchPlan;
import io.espalier.plan.Require;
import io.espalier.plan.StartFrom;
import io.espalier.plan.StepRef;
import io.espalier.plan.TrialPlan;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One training that somebody has to do.
 *
 * @param plan the trial it belongs to
 * @param at which training of the trial
 * @param epochs passes over the training samples
 * @param retraining where to start from and which weights to hold at zero; absent for a dense
 *     network, which starts from weights drawn from the plan's seed
 */
public record TrainingOrder(
    TrialPlan plan, StepRef at, int epochs, Optional<Retraining> retraining) {

  /** The pruned checkpoint to go on from, and its mask. */
  public record Retraining(ArtifactRef checkpoint, ArtifactRef mask) {
    public Retraining {
      Require.present("retraining.checkpoint", checkpoint);
      Require.present("retraining.mask", mask);
    }
  }

  public TrainingOrder {
    Require.present("plan", plan);
    Require.present("at", at);
    Require.atLeast("epochs", epochs, 1);
    Require.present("retraining", retraining);
  }

  /** The training of a proposed network, before any pruning. */
  public static TrainingOrder dense(TrialPlan plan) {
    return new TrainingOrder(plan, StepRef.BASE, plan.training().epochs(), Optional.empty());
  }

  /** The retraining that a pruning step asks for. */
  public static TrainingOrder after(Pruned pruned) {
    return new TrainingOrder(
        pruned.plan(),
        pruned.at(),
        pruned.retrainEpochs(),
        Optional.of(new Retraining(pruned.begin(), pruned.mask())));
  }

  /** Share of validation accuracy that each epoch has to gain for the training to go on. */
  Optional<Double> leastGain() {
    return branch().flatMap(b -> b.options().retrainLeastGain());
  }

  /** Epochs after which the weights are kept, 0 for the initial ones; only the dense training's. */
  Set<Integer> snapshots() {
    return retraining.isEmpty() ? plan.snapshots() : Set.of();
  }

  /**
   * The weights that the steps before handed on: a branch that rewinds begins each retraining with
   * the dense network's weights of that epoch, and the next step needs them again.
   */
  List<Snapshot> handedOn() {
    return branch()
        .flatMap(b -> b.options().start())
        .filter(StartFrom.Rewound.class::isInstance)
        .flatMap(
            start ->
                retraining.map(
                    r -> new Snapshot(((StartFrom.Rewound) start).epoch(), r.checkpoint())))
        .map(List::of)
        .orElse(List.of());
  }

  private Optional<BranchPlan> branch() {
    return plan.branch(at.branch());
  }

  /** For people: {@code <trial>/<attempt>/<branch>/<step>}. */
  public String label() {
    return plan.trial() + "/" + plan.attempt() + "/" + at;
  }
}
