package io.espalier.predictor.scoring;

import io.espalier.plan.Architecture;
import io.espalier.plan.BranchPlan;
import io.espalier.plan.CellType;
import io.espalier.plan.Optimizer;
import io.espalier.plan.StepRef;
import io.espalier.plan.TrainingOptions;
import io.espalier.plan.TrialPlan;
import io.espalier.plan.UnplannedTraining;
import io.espalier.structure.NetworkShape;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
 *   <tr><td>1</td><td>chance level, 1 / classes; its weight starts at 1</td></tr>
 *   <tr><td>2</td><td>log10(layers of units)</td></tr>
 *   <tr><td>3</td><td>log10(1 + weights that remain) / 6</td></tr>
 *   <tr><td>4</td><td>log10(1 + inputs, or values per token) / 4</td></tr>
 *   <tr><td>5</td><td>log10(1 + units of the widest layer in between) / 4</td></tr>
 *   <tr><td>6</td><td>log10(1 + units of the narrowest layer in between) / 4</td></tr>
 *   <tr><td>7</td><td>sparsity, see {@link PlannedSparsity}</td></tr>
 *   <tr><td>8</td><td>log10(compression ratio) / 2, the ratio cut off at 10,000</td></tr>
 *   <tr><td>9</td><td>log10(epochs of dense training) / 2</td></tr>
 *   <tr><td>10</td><td>log10(1 + epochs of retraining so far) / 2</td></tr>
 *   <tr><td>11</td><td>log10(learning rate) / 4</td></tr>
 *   <tr><td>12</td><td>momentum</td></tr>
 *   <tr><td>13</td><td>1 if trained by Adam, else 0</td></tr>
 *   <tr><td>14-18</td><td>the method, see {@link OfMethod}</td></tr>
 *   <tr><td>19-22</td><td>1 for the recurrent cell, in the order of {@link CellType}</td></tr>
 *   <tr><td>23-</td><td>the graph, see {@link OfGraph}; all 0 without one</td></tr>
 * </table>
 */
final class Features {
  private static final int CHANCE = 1;
  private static final List<CellType> CELLS = List.of(CellType.values());
  private static final int WIDTH = 14 + OfMethod.WIDTH + CELLS.size() + OfGraph.WIDTH;
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
   * @param graphs measures the plan's graph, unless it is known
   * @throws UnplannedTraining if the plan has no such training
   */
  static double[] of(TrialPlan plan, StepRef at, OfGraph graphs) {
    Optional<BranchPlan> branch = plan.branch(at.branch());
    if (at.step() > branch.map(BranchPlan::steps).orElse(0)) {
      throw new UnplannedTraining(plan, at);
    }
    double sparsity = PlannedSparsity.of(plan, branch, at.step());
    return Stream.of(
            common(plan, branch, at.step(), sparsity),
            OfMethod.of(branch),
            cell(plan.architecture()),
            graphs.of(plan.architecture()))
        .flatMapToDouble(Arrays::stream)
        .toArray();
  }

  private static double[] common(
      TrialPlan plan, Optional<BranchPlan> branch, int step, double sparsity) {
    int retraining = step * branch.map(BranchPlan::retrainEpochs).orElse(0);
    NetworkShape shape = NetworkShape.of(plan.architecture());
    TrainingOptions training = plan.training();
    return new double[] {
      1,
      1.0 / shape.classes(),
      Math.log10(shape.layers()),
      Math.log10(1 + (double) shape.weights() * (1 - sparsity)) / 6,
      Math.log10(1.0 + shape.inputs()) / 4,
      Math.log10(1.0 + shape.widest()) / 4,
      Math.log10(1.0 + shape.narrowest()) / 4,
      sparsity,
      -Math.log10(1 - Math.min(sparsity, MOST_SPARSE)) / 2,
      Math.log10(training.epochs()) / 2,
      Math.log10(1.0 + retraining) / 2,
      Math.log10(training.learningRate()) / 4,
      training.momentum(),
      training.optimizer() == Optimizer.ADAM ? 1 : 0,
    };
  }

  private static double[] cell(Architecture architecture) {
    Optional<CellType> cell =
        architecture.match(
            feedForward -> Optional.empty(),
            onGraph -> Optional.empty(),
            stack -> Optional.of(stack.cell()),
            onGraph -> Optional.of(onGraph.cell()),
            cells -> Optional.empty());
    return CELLS.stream().mapToDouble(c -> cell.equals(Optional.of(c)) ? 1 : 0).toArray();
  }
}
