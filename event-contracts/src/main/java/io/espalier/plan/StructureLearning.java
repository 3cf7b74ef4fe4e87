package io.espalier.plan;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** How the set of kept weights changes while the dense network's training (step 0) goes on. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "method")
@JsonSubTypes({
  @JsonSubTypes.Type(
      value = StructureLearning.GradualMagnitude.class,
      name = StructureLearning.GradualMagnitude.NAME),
  @JsonSubTypes.Type(
      value = StructureLearning.SparseEvolutionary.class,
      name = StructureLearning.SparseEvolutionary.NAME),
  @JsonSubTypes.Type(value = StructureLearning.RigL.class, name = StructureLearning.RigL.NAME),
  @JsonSubTypes.Type(
      value = StructureLearning.L1Threshold.class,
      name = StructureLearning.L1Threshold.NAME)
})
public sealed interface StructureLearning {

  /** The name in campaign files, events, REST and UI. */
  String wireName();

  /** Share of weights that is to be zero at the end; 0 if that is left open. */
  double target();

  /**
   * Gradual magnitude pruning (Zhu and Gupta, 2017, arXiv 1710.01878): the sparsity rises from 0 by
   * the cubic s (1 - (1 - t)^3), t going from 0 to 1 between two epochs; weights of smallest
   * magnitude go, over all layers together.
   *
   * @param sparsity at the end, above 0 and below 1
   * @param beginEpoch after which the first weights go, 0 or more
   * @param endEpoch after which the sparsity is reached, above {@code beginEpoch}
   * @param everyBatches between two prunings
   */
  record GradualMagnitude(double sparsity, int beginEpoch, int endEpoch, int everyBatches)
      implements StructureLearning {
    static final String NAME = "gradual-magnitude";

    public GradualMagnitude {
      requireShare(sparsity);
      Require.atLeast("structureLearning.beginEpoch", beginEpoch, 0);
      Require.atLeast("structureLearning.endEpoch", endEpoch, beginEpoch + 1L);
      Require.atLeast("structureLearning.everyBatches", everyBatches, 1);
    }

    @Override
    public String wireName() {
      return NAME;
    }

    @Override
    public double target() {
      return sparsity;
    }
  }

  /**
   * Sparse evolutionary training (Mocanu et al., 2018, arXiv 1707.04780): a random structure whose
   * weights of smallest magnitude are replaced by random others before every epoch but the first.
   *
   * @param sparsity all the time, above 0 and below 1; layers by the Erdős-Rényi rule
   * @param rewired share of a layer's kept weights that is replaced, above 0 and below 1
   */
  record SparseEvolutionary(double sparsity, double rewired) implements StructureLearning {
    static final String NAME = "set";

    public SparseEvolutionary {
      requireShare(sparsity);
      Require.within("structureLearning.rewired", rewired, Double.MIN_NORMAL, Math.nextDown(1.0));
    }

    @Override
    public String wireName() {
      return NAME;
    }

    @Override
    public double target() {
      return sparsity;
    }
  }

  /**
   * RigL (Evci et al., 2020, arXiv 1911.11134): as sparse evolutionary training, but weights grow
   * where the gradient is largest, and the replaced share falls by half a cosine to 0.
   *
   * @param sparsity all the time, above 0 and below 1; layers by the Erdős-Rényi rule
   * @param rewired share of a layer's kept weights that is replaced at first, above 0 and below 1
   * @param everyBatches between two replacements
   * @param until share of all batches after which the structure stays, above 0, at most 1
   */
  record RigL(double sparsity, double rewired, int everyBatches, double until)
      implements StructureLearning {
    static final String NAME = "rigl";

    public RigL {
      requireShare(sparsity);
      Require.within("structureLearning.rewired", rewired, Double.MIN_NORMAL, Math.nextDown(1.0));
      Require.atLeast("structureLearning.everyBatches", everyBatches, 1);
      Require.within("structureLearning.until", until, Double.MIN_NORMAL, 1);
    }

    @Override
    public String wireName() {
      return NAME;
    }

    @Override
    public double target() {
      return sparsity;
    }
  }

  /**
   * An L1 penalty on maskable weights (strength times the sum of magnitudes added to the loss);
   * after every epoch weights at or below a threshold go for good.
   *
   * @param strength above 0
   * @param threshold magnitude, above 0
   */
  record L1Threshold(double strength, double threshold) implements StructureLearning {
    static final String NAME = "l1-threshold";

    public L1Threshold {
      Require.within("structureLearning.strength", strength, Double.MIN_NORMAL, Double.MAX_VALUE);
      Require.within("structureLearning.threshold", threshold, Double.MIN_NORMAL, Double.MAX_VALUE);
    }

    @Override
    public String wireName() {
      return NAME;
    }

    @Override
    public double target() {
      return 0;
    }
  }

  private static void requireShare(double sparsity) {
    Require.within("structureLearning.sparsity", sparsity, Double.MIN_NORMAL, Math.nextDown(1.0));
  }
}
