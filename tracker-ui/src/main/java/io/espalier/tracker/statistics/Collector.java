package io.espalier.tracker.statistics;

import io.espalier.plan.BranchPlan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Takes a campaign's finished trainings, all of one trial in a row, and keeps only sums: memory is
 * linear in designs times steps and comparisons, whatever the number of trials.
 */
public final class Collector {
  private final List<String> designs;
  private final Map<String, String> variants =
      new HashMap<>(Map.of(BranchPlan.DENSE, BranchPlan.DENSE));
  private final Map<String, Integer> places = new HashMap<>(Map.of(BranchPlan.DENSE, -1));
  private final List<Pairing> pairings;
  private final Map<Step, Spread> groups = new HashMap<>();
  private final Map<String, Map<Integer, Spread>> comparisons = new HashMap<>();
  private final Map<Point, Observation> trial = new HashMap<>();
  private Observation last;

  /** A step of a branch, in one design. */
  private record Step(String design, Point point) {}

  /** Of accuracies or their differences, and of the sparsities beside them. */
  private record Spread(Sample values, Sample sparsity) {
    Spread() {
      this(new Sample(), new Sample());
    }

    void add(double value, double cut) {
      values.add(value);
      sparsity.add(cut);
    }
  }

  /**
   * Nothing collected yet.
   *
   * @param designs in the order in which they are told
   * @param branches of every trial
   */
  public Collector(List<String> designs, List<BranchPlan> branches) {
    this.designs = List.copyOf(designs);
    this.pairings = Pairings.of(branches);
    for (BranchPlan branch : branches) {
      places.put(branch.name(), places.size());
      variants.put(branch.name(), branch.variant(branches));
    }
  }

  /** Takes a training; those of one trial come one after the other, in any order. */
  public void take(Observation observation) {
    if (last != null && !last.trial().equals(observation.trial())) {
      closeTrial();
    }
    last = observation;
    Point point = new Point(observation.branch(), observation.step());
    groups
        .computeIfAbsent(new Step(observation.design(), point), s -> new Spread())
        .add(observation.accuracy(), observation.sparsity());
    trial.put(point, observation);
    if (observation.last()) {
      trial.put(Point.end(observation.branch()), observation);
    }
  }

  /** The statistics of everything that was taken; nothing may be taken afterwards. */
  public CampaignStatistics statistics() {
    if (last != null) {
      closeTrial();
    }
    return CampaignStatistics.of(
        groups.entrySet().stream()
            .sorted(Map.Entry.comparingByKey(inOrder()))
            .map(e -> group(e.getKey(), e.getValue()))
            .toList(),
        compared());
  }

  private void closeTrial() {
    Map<Integer, Spread> ofDesign =
        comparisons.computeIfAbsent(last.design(), d -> new TreeMap<>());
    for (int i = 0; i < pairings.size(); i++) {
      Observation a = trial.get(pairings.get(i).a());
      Observation b = trial.get(pairings.get(i).b());
      if (a != null && b != null) {
        ofDesign
            .computeIfAbsent(i, pairing -> new Spread())
            .add(a.accuracy() - b.accuracy(), a.sparsity());
      }
    }
    trial.clear();
  }

  private Group group(Step step, Spread spread) {
    return Group.of(
        step.design(),
        variants.getOrDefault(step.point().branch(), step.point().branch()),
        step.point(),
        spread.values(),
        spread.sparsity());
  }

  private List<Comparison> compared() {
    List<Comparison> all = new ArrayList<>();
    comparisons.keySet().stream()
        .sorted(Comparator.comparingInt(designs::indexOf))
        .forEach(
            design ->
                comparisons
                    .get(design)
                    .forEach(
                        (i, spread) ->
                            all.add(
                                Comparison.of(
                                    design, pairings.get(i), spread.values(), spread.sparsity()))));
    return all;
  }

  private Comparator<Step> inOrder() {
    return Comparator.comparingInt((Step s) -> designs.indexOf(s.design()))
        .thenComparing(Step::design)
        .thenComparingInt(s -> places.getOrDefault(s.point().branch(), Integer.MAX_VALUE))
        .thenComparingInt(s -> s.point().step());
  }
}
