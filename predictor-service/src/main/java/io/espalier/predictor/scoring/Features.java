package io.espalier.predictor.scoring;

import io.espalier.plan.BranchPlan;
import io.espalier.plan.PruningMethod;
import io.espalier.plan.StepRef;
import io.espalier.plan.TrainingOptions;
import io.espalier.plan.TrialPlan;
import io.espalier.plan.UnplannedTraining;
import io.espalier.structure.StructureFeatures;
import java.util.Optional;

/**
 * What the surrogate looks at: the structure a training leaves, and how long and how it is trained.
 * All of it is known before the training; nothing is measured.
 *
 * <p>Scaling is fixed beforehand, so that no statistics of later observations leak into earlier
 * predictions: counts as decimal logarithms divided by a round number that brings the usual range
 * to about 0..1.
 *
 * <table>
 *   <caption>The features</caption>
 *   <tr><td>0</td><td>1, the intercept</td></tr>
 *   <tr><td>1</td><td>chance level, 1 / output units; its weight starts at 1</td></tr>
 *   <tr><td>2</td><td>layers of units / 4</td></tr>
 *   <tr><td>3</td><td>log10(1 + weights that remain) / 6</td></tr>
 *   <tr><td>4</td><td>log10(1 + input units) / 4</td></tr>
 *   <tr><td>5</td><td>log10(1 + units of the widest hidden layer) / 4</td></tr>
 *   <tr><td>6</td><td>log10(1 + units of the narrowest hidden layer) / 4</td></tr>
 *   <tr><td>7</td><td>sparsity</td></tr>
 *   <tr><td>8</td><td>log10(compression ratio) / 2, the ratio cut off at 10,000</td></tr>
 *   <tr><td>9</td><td>1 if every layer lost the same share of weights, else 0</td></tr>
 *   <tr><td>10</td><td>log10(epochs of dense training) / 2</td></tr>
 *   <tr><td>11</td><td>log10(1 + epochs of retraining so far) / 2</td></tr>
 *   <tr><td>12</td><td>log10(learning rate) / 4</td></tr>
 *   <tr><td>13</td><td>momentum</td></tr>
 * </table>
 */
final class Features {
  private static final int CHANCE = 1;
  private static final int WIDTH = 14;
  private static final double MOST_SPARSE = 1 - 1e-4;

  private Features() {}

  /** Weights before the first observation: the chance level is expected, whatever the structure. */
  static double[] prior() {
    double[] weights = new double[WIDTH];
    weights[CHANCE] = 1;
    return weights;
  }

  /**
   * The features of a training.
   *
   * @throws UnplannedTraining if the plan has no such training
   */
  static double[] of(TrialPlan plan, StepRef at) {
    Optional<BranchPlan> branch = plan.branch(at.branch());
    if (at.step() > branch.map(BranchPlan::steps).orElse(0)) {
      throw new UnplannedTraining(plan, at);
    }
    double sparsity = branch.map(b -> b.sparsities().get(at.step() - 1)).orElse(0.0);
    boolean uniform =
        branch
            .map(BranchPlan::method)
            .filter(PruningMethod.MAGNITUDE_CLASS_UNIFORM::equals)
            .isPresent();
    int retraining = at.step() * branch.map(BranchPlan::retrainEpochs).orElse(0);
    StructureFeatures structure = StructureFeatures.of(plan.architecture(), sparsity);
    TrainingOptions training = plan.training();
    return new double[] {
      1,
      1 / structure.sinkNodes(),
      structure.layers() / 4,
      Math.log10(1 + structure.edges()) / 6,
      Math.log10(1 + structure.sourceNodes()) / 4,
      Math.log10(1 + structure.widestHidden()) / 4,
      Math.log10(1 + structure.narrowestHidden()) / 4,
      sparsity,
      -Math.log10(1 - Math.min(sparsity, MOST_SPARSE)) / 2,
      uniform ? 1 : 0,
      Math.log10(training.epochs()) / 2,
      Math.log10(1 + retraining) / 2,
      Math.log10(training.learningRate()) / 4,
      training.momentum(),
    };
  }
}
