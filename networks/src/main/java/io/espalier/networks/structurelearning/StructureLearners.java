package io.espalier.networks.structurelearning;

import io.espalier.plan.StructureLearning;
import io.espalier.plan.StructureLearning.GradualMagnitude;
import io.espalier.plan.StructureLearning.L1Threshold;
import io.espalier.plan.StructureLearning.RigL;
import io.espalier.plan.StructureLearning.SparseEvolutionary;

/** The learners by their methods. */
public final class StructureLearners {
  private StructureLearners() {}

  /** A learner for one training. */
  public static StructureLearner of(StructureLearning method, Course course) {
    if (method instanceof GradualMagnitude gradual) {
      return new GradualPruning(gradual, course);
    }
    if (method instanceof SparseEvolutionary evolutionary) {
      return new SparseEvolution(evolutionary, course);
    }
    if (method instanceof RigL rigl) {
      return new RiggedLottery(rigl, course);
    }
    return new Thresholding((L1Threshold) method, course);
  }
}
