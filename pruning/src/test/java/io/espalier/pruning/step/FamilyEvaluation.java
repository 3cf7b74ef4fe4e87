package io.espalier.pruning.step;

import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.datasets.Dataset;
import io.espalier.datasets.DatasetUnavailable;
import io.espalier.events.Quality;
import io.espalier.networks.trainer.Networks;
import io.espalier.networks.training.TrainableNetwork;
import io.espalier.plan.TrialPlan;
import io.espalier.pruning.Families;

/** Measures on the samples of a network's family; knows no dataset called otherwise. */
final class FamilyEvaluation implements Evaluation {
  static final String DATASET = "small";

  @Override
  public Quality of(TrialPlan plan, Checkpoint checkpoint) {
    try (TrainableNetwork network = new Networks().from(plan.architecture(), checkpoint)) {
      return network.evaluate(dataset(plan));
    }
  }

  @Override
  public Dataset dataset(TrialPlan plan) {
    if (!plan.dataset().equals(DATASET)) {
      throw new DatasetUnavailable("there is no " + plan.dataset());
    }
    return Families.dataset(plan.architecture());
  }
}
