package io.espalier.pruning.step;

import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.datasets.Dataset;
import io.espalier.datasets.DatasetUnavailable;
import io.espalier.events.Quality;
import io.espalier.plan.TrialPlan;

/** Measures a network, and has the data for it. */
public interface Evaluation {

  /**
   * Loss and accuracy of a checkpoint on the validation and test samples of the trial's dataset.
   *
   * @throws DatasetUnavailable if the dataset cannot be had
   */
  Quality of(TrialPlan plan, Checkpoint checkpoint);

  /**
   * The trial's dataset.
   *
   * @throws DatasetUnavailable if it cannot be had
   */
  Dataset dataset(TrialPlan plan);
}
