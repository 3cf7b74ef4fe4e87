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

  /** Number of trials. */
  public int trials() {
    return (architectures.size() + graphs.stream().mapToInt(GraphSample::count).sum())
        * seeds.size();
  }

  /** Number of trainings over all trials, retrainings included. */
  public int trainings() {
    return trials() * (1 + branches.stream().mapToInt(BranchPlan::steps).sum());
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
