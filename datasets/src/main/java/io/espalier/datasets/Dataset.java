package io.espalier.datasets;

import io.espalier.campaign.DatasetShape;
import io.espalier.plan.Require;

/**
 * A dataset, split for good: every trial trains, validates and tests on the same samples.
 *
 * @param shape name, inputs and classes
 * @param training what weights are fitted to
 * @param validation what decisions during training and pruning may look at
 * @param test what results are reported on, and nothing else
 */
public record Dataset(DatasetShape shape, Samples training, Samples validation, Samples test) {
  public Dataset {
    Require.present("dataset.shape", shape);
    Require.present("dataset.training", training);
    Require.present("dataset.validation", validation);
    Require.present("dataset.test", test);
  }

  /** Name in the catalogue. */
  public String name() {
    return shape.name();
  }

  /**
   * A smaller dataset of the same shape, for trying things out: the first samples of each part.
   *
   * @throws IllegalArgumentException if a part has fewer, or would have none
   */
  public Dataset first(int trainingSamples, int validationSamples, int testSamples) {
    return new Dataset(
        shape,
        training.first(trainingSamples),
        validation.first(validationSamples),
        test.first(testSamples));
  }
}
