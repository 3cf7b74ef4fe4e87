package io.espalier.pruning.step;

import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.datasets.Dataset;
import io.espalier.datasets.DatasetCatalogue;
import io.espalier.datasets.DatasetUnavailable;
import io.espalier.events.Quality;
import io.espalier.networks.training.NetworkTrainer;
import io.espalier.networks.training.TrainableNetwork;
import io.espalier.plan.TrialPlan;
import java.util.function.Supplier;

/**
 * Measures on a dataset of the catalogue. Neither the dataset nor the training library is touched
 * before the first measurement, so that a service that waits stays small.
 */
public final class DatasetEvaluation implements Evaluation {
  private final DatasetCatalogue datasets;
  private final Supplier<NetworkTrainer> networks;
  private NetworkTrainer loaded;

  /**
   * @param networks loads the training library; called once, at the first measurement
   */
  public DatasetEvaluation(DatasetCatalogue datasets, Supplier<NetworkTrainer> networks) {
    this.datasets = datasets;
    this.networks = networks;
  }

  @Override
  public synchronized Quality of(TrialPlan plan, Checkpoint checkpoint) {
    Dataset dataset = dataset(plan);
    if (loaded == null) {
      loaded = networks.get();
    }
    try (TrainableNetwork network = loaded.from(plan.architecture(), checkpoint)) {
      return network.evaluate(dataset);
    }
  }

  @Override
  public Dataset dataset(TrialPlan plan) {
    if (!datasets.shapes().containsKey(plan.dataset())) {
      throw new DatasetUnavailable(
          "dataset '"
              + plan.dataset()
              + "' is not in the catalogue: "
              + datasets.shapes().keySet());
    }
    return datasets.load(plan.dataset());
  }
}
