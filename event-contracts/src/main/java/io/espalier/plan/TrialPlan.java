package io.espalier.plan;

import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Everything that determines a trial: one network trained dense, then pruned along its branches.
 *
 * @param campaign the campaign's id
 * @param trial the trial's id, key of all its events
 * @param attempt 1 for the first run, raised by each retry
 * @param architecture the dense network
 * @param dataset name in the dataset catalogue
 * @param seed source of weights and data order
 * @param training how the dense network is trained
 * @param branches what follows from the trained dense network; may be empty
 */
public record TrialPlan(
    String campaign,
    String trial,
    int attempt,
    Architecture architecture,
    String dataset,
    long seed,
    TrainingOptions training,
    List<BranchPlan> branches) {

  public TrialPlan {
    Require.text("plan.campaign", campaign);
    Require.text("plan.trial", trial);
    Require.atLeast("plan.attempt", attempt, 1);
    Require.present("plan.architecture", architecture);
    Require.text("plan.dataset", dataset);
    Require.present("plan.training", training);
    branches = Require.list("plan.branches", branches);
    Set<String> names = new HashSet<>(Set.of(BranchPlan.DENSE));
    for (BranchPlan branch : branches) {
      if (!names.add(branch.name())) {
        throw new IllegalArgumentException(
            "plan.branches names '" + branch.name() + "' twice, allowed: unique names");
      }
      if (branch
          .of()
          .filter(of -> !names.contains(of) || of.equals(BranchPlan.DENSE))
          .isPresent()) {
        throw new IllegalArgumentException(
            "plan.branches has "
                + branch.name()
                + " of "
                + branch.of()
                + ", allowed: one before it");
      }
    }
  }

  /** The branch called {@code name}; empty for {@link BranchPlan#DENSE} and unknown names. */
  public Optional<BranchPlan> branch(String name) {
    return branches.stream().filter(b -> b.name().equals(name)).findFirst();
  }

  /**
   * The trainings that a finished one makes possible: the first step of every branch after the
   * dense network, the next step of the same branch after a step, {@link #after} after its last.
   */
  public List<StepRef> following(StepRef finished) {
    if (finished.equals(StepRef.BASE)) {
      return firstSteps(branches.stream().filter(b -> b.of().isEmpty()));
    }
    return branch(finished.branch())
        .map(
            b ->
                finished.step() < b.steps()
                    ? List.of(new StepRef(b.name(), finished.step() + 1))
                    : after(b.name()))
        .orElse(List.of());
  }

  /** The first steps of the branches that take up the last structure of a branch. */
  public List<StepRef> after(String branch) {
    return firstSteps(branches.stream().filter(b -> b.of().equals(Optional.of(branch))));
  }

  private static List<StepRef> firstSteps(Stream<BranchPlan> branches) {
    return branches.map(b -> new StepRef(b.name(), 1)).toList();
  }

  /**
   * The epochs of the dense training after which its weights are kept, ascending, 0 for the initial
   * ones: those that branches rank or rewind to.
   */
  public NavigableSet<Integer> snapshots() {
    NavigableSet<Integer> epochs = new TreeSet<>();
    for (BranchPlan branch : branches) {
      branch.options().scoredAtEpoch().ifPresent(epochs::add);
      branch
          .options()
          .start()
          .filter(StartFrom.Rewound.class::isInstance)
          .ifPresent(start -> epochs.add(((StartFrom.Rewound) start).epoch()));
    }
    return epochs;
  }

  /** Trainings of this trial: the dense one and one per pruning step. */
  public int trainings() {
    return 1 + branches.stream().mapToInt(BranchPlan::steps).sum();
  }

  /** The same plan as its next attempt. */
  public TrialPlan retriedAs(int nextAttempt) {
    return new TrialPlan(
        campaign, trial, nextAttempt, architecture, dataset, seed, training, branches);
  }
}
