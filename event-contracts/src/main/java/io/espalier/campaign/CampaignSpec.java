package io.espalier.campaign;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.espalier.plan.Architecture;
import io.espalier.plan.BranchPlan;
import io.espalier.plan.GraphSample;
import io.espalier.plan.Require;
import io.espalier.plan.TrainingOptions;
import io.espalier.plan.TrialPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/**
 * A campaign that was accepted: every combination of architecture and seed is a trial, and every
 * trial has all branches.
 *
 * @param architectures spelt out; may be empty if there are graphs
 * @param graphs networks on random graphs, drawn when they are proposed; absent on the wire: none
 */
public record CampaignSpec(
    String name,
    String description,
    String dataset,
    List<Architecture> architectures,
    @JsonProperty(defaultValue = "[]") List<GraphSample> graphs,
    List<Long> seeds,
    TrainingOptions training,
    List<BranchPlan> branches) {

  public CampaignSpec {
    Require.text("name", name);
    Require.present("description", description);
    Require.text("dataset", dataset);
    graphs = graphs == null ? List.of() : List.copyOf(graphs);
    architectures =
        graphs.isEmpty()
            ? Require.nonEmpty("architectures", architectures)
            : Require.list("architectures", architectures);
    seeds = Require.nonEmpty("seeds", seeds);
    Require.present("training", training);
    branches = Require.list("branches", branches);
  }

  /**
   * Number of trials.
   *
   * @throws ArithmeticException if no int holds it, which no campaign that was accepted can be
   */
  public int trials() {
    return Math.toIntExact(trials(architectures, graphs, seeds));
  }

  /**
   * Number of trainings over all trials, retrainings included.
   *
   * @throws ArithmeticException as {@link #trials()}
   */
  public int trainings() {
    return Math.toIntExact(trainings(architectures, graphs, seeds, branches));
  }

  /** Number of trainings of a campaign of these parts, however large. */
  static long trainings(
      List<Architecture> architectures,
      List<GraphSample> graphs,
      List<Long> seeds,
      List<BranchPlan> branches) {
    long steps = branches.stream().mapToLong(BranchPlan::steps).sum();
    return Math.multiplyExact(trials(architectures, graphs, seeds), 1 + steps);
  }

  private static long trials(
      List<Architecture> architectures, List<GraphSample> graphs, List<Long> seeds) {
    long drawn = graphs.stream().mapToLong(GraphSample::count).sum();
    return Math.multiplyExact(architectures.size() + drawn, (long) seeds.size());
  }

  /**
   * The trials in the order in which they are proposed: by seed, then by architecture, so that
   * every architecture is seen early. Trial ids are {@code <campaign>.<n>}, n from 1.
   *
   * @param drawing draws the graph of a sample by its number from 0; called once per graph
   */
  public List<TrialPlan> plans(
      String campaign, BiFunction<GraphSample, Integer, Architecture> drawing) {
    List<Architecture> all = new ArrayList<>(architectures);
    for (GraphSample sample : graphs) {
      for (int i = 0; i < sample.count(); i++) {
        all.add(drawing.apply(sample, i));
      }
    }
    List<TrialPlan> plans = new ArrayList<>();
    for (long seed : seeds) {
      for (Architecture architecture : all) {
        String trial = trialId(campaign, plans.size() + 1);
        plans.add(
            new TrialPlan(campaign, trial, 1, architecture, dataset, seed, training, branches));
      }
    }
    return List.copyOf(plans);
  }

  /** The ids of all trials, in the order of {@link #plans}. */
  public List<String> trialIds(String campaign) {
    return IntStream.rangeClosed(1, trials()).mapToObj(n -> trialId(campaign, n)).toList();
  }

  private static String trialId(String campaign, int n) {
    return campaign + "." + n;
  }
}
