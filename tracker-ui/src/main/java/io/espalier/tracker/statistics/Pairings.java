package io.espalier.tracker.statistics;

import io.espalier.plan.BranchPlan;
import io.espalier.plan.PruningMethod.Control;
import io.espalier.plan.Rounds;
import io.espalier.plan.StepRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which points of a plan are compared: every two variants that cut the same amount out of the same
 * scope; everything with the dense control; a structure from scratch with the branch it is of.
 */
final class Pairings {
  private final List<BranchPlan> branches;
  private final List<Pairing> pairings = new ArrayList<>();

  private Pairings(List<BranchPlan> branches) {
    this.branches = branches;
  }

  /**
   * The same amount of the same weights.
   *
   * @param round of an iterative schedule, else 0
   */
  private record Amount(
      List<String> scope,
      Optional<Double> sparsity,
      Optional<Map<String, Double>> layerRates,
      Optional<Rounds> rounds,
      int round) {

    static Amount of(BranchPlan branch, int step) {
      List<Double> sparsities = branch.sparsities();
      return new Amount(
          branch.options().scope(),
          sparsities.isEmpty() ? Optional.empty() : Optional.of(sparsities.get(step - 1)),
          branch.layerRates(),
          branch.rounds(),
          branch.rounds().isPresent() ? step : 0);
    }
  }

  /** A point with what it is compared as. */
  private record Candidate(Point point, String variant, Optional<Double> planned) {
    Pairing with(Candidate other) {
      return new Pairing(point, variant, other.point, other.variant, planned);
    }
  }

  /** The pairings of a campaign's branches, in the order of the branches. */
  static List<Pairing> of(List<BranchPlan> branches) {
    Pairings all = new Pairings(branches);
    List<BranchPlan> controls = all.controlled(Control.DENSE_CONTROL);
    all.ofSameAmount();
    all.fromScratch();
    controls.forEach(all::withControl);
    return List.copyOf(all.pairings);
  }

  private void ofSameAmount() {
    Map<Amount, List<Candidate>> byAmount = new LinkedHashMap<>();
    for (BranchPlan branch : pruned()) {
      for (int step = 1; step <= branch.steps(); step++) {
        byAmount
            .computeIfAbsent(Amount.of(branch, step), a -> new ArrayList<>())
            .add(candidate(branch, step));
      }
    }
    for (List<Candidate> same : byAmount.values()) {
      for (int i = 0; i < same.size(); i++) {
        for (Candidate other : same.subList(i + 1, same.size())) {
          if (!same.get(i).variant.equals(other.variant)) {
            pairings.add(same.get(i).with(other));
          }
        }
      }
    }
  }

  private void fromScratch() {
    for (BranchPlan branch : controlled(Control.STRUCTURE_FROM_SCRATCH)) {
      BranchPlan origin = originOf(branch);
      Candidate end =
          new Candidate(
              Point.end(origin.name()), origin.variant(branches), planned(origin, origin.steps()));
      pairings.add(end.with(candidate(branch, 1)));
    }
  }

  private void withControl(BranchPlan control) {
    Candidate reference = candidate(control, 1);
    pairings.add(
        new Candidate(new Point(StepRef.BASE.branch(), 0), BranchPlan.DENSE, Optional.of(0.0))
            .with(reference));
    List<BranchPlan> others = new ArrayList<>(pruned());
    others.addAll(controlled(Control.STRUCTURE_FROM_SCRATCH));
    for (BranchPlan branch : others) {
      for (int step = 1; step <= branch.steps(); step++) {
        pairings.add(candidate(branch, step).with(reference));
      }
    }
  }

  private List<BranchPlan> pruned() {
    return branches.stream().filter(b -> !(b.method() instanceof Control)).toList();
  }

  private List<BranchPlan> controlled(Control control) {
    return branches.stream().filter(b -> b.method().equals(control)).toList();
  }

  private Candidate candidate(BranchPlan branch, int step) {
    BranchPlan cut = branch.of().isPresent() ? originOf(branch) : branch;
    return new Candidate(
        new Point(branch.name(), step),
        branch.variant(branches),
        planned(cut, branch.of().isPresent() ? cut.steps() : step));
  }

  private BranchPlan originOf(BranchPlan branch) {
    String origin = branch.of().orElseThrow();
    return branches.stream().filter(b -> b.name().equals(origin)).findFirst().orElseThrow();
  }

  private static Optional<Double> planned(BranchPlan branch, int step) {
    return branch.sparsities().isEmpty()
        ? Optional.empty()
        : Optional.of(branch.sparsities().get(step - 1));
  }
}
