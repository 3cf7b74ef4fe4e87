package io.espalier.campaign;

import io.espalier.plan.Architecture;
import io.espalier.plan.BranchPlan;
import io.espalier.plan.Require;
import io.espalier.plan.TrainingOptions;
import io.espalier.plan.TrialPlan;
import java.util.ArrayList;
import java.util.List;

/**
 * A campaign that was accepted: every combination of architecture and seed is a trial, and every
 * trial has all branches.
 */
public record CampaignSpec(
    String name,
    String description,
    String dataset,
    List<Architecture> architectures,
    List<Long> seeds,
    TrainingOptions training,
    List<BranchPlan> branches) {

  public CampaignSpec {
    Require.text("name", name);
    Require.present("description", description);
    Require.text("dataset", dataset);
    architectures = Require.nonEmpty("architectures", architectures);
    seeds = Require.nonEmpty("seeds", seeds);
    Require.present("training", training);
    branches = Require.list("branches", branches);
  }

  /** Number of trials. */
  public int trials() {
    return architectures.size() * seeds.size();
  }

  /** Number of trainings over all trials, retrainings included. */
  public int trainings() {
    return trials() * (1 + branches.stream().mapToInt(BranchPlan::steps).sum());
  }

  /**
   * The trials in the order in which they are proposed: by seed, then by architecture, so that
   * every architecture is seen early. Trial ids are {@code <campaign>.<n>}, n from 1.
   */
  public List<TrialPlan> plans(String campaign) {
    List<TrialPlan> plans = new ArrayList<>();
    for (long seed : seeds) {
      for (Architecture architecture : architectures) {
        String trial = campaign + "." + (plans.size() + 1);
        plans.add(
            new TrialPlan(campaign, trial, 1, architecture, dataset, seed, training, branches));
      }
    }
    return List.copyOf(plans);
  }
}
