package io.espalier.networks.loop;

import io.espalier.artifacts.mask.LayerMask;
import io.espalier.artifacts.mask.Mask;
import io.espalier.events.StructureChange;
import io.espalier.networks.engine.Batch;
import io.espalier.networks.optimizing.Descent;
import io.espalier.networks.structurelearning.Insight;
import io.espalier.networks.structurelearning.StructureLearner;
import java.util.BitSet;
import java.util.Map;

/** Does to a network what a learner of its structure decides, and counts what came and went. */
final class StructureChanges {
  private final LiveModel<?> network;
  private final StructureLearner learner;
  private final Descent descent;
  private long batches;
  private long pruned;
  private long regrown;

  StructureChanges(LiveModel<?> network, StructureLearner learner, Descent descent) {
    this.network = network;
    this.learner = learner;
    this.descent = descent;
  }

  void beforeEpoch(int epoch, Batch first) {
    if (epoch > 1) {
      learner.beforeEpoch(epoch, new View(first)).ifPresent(this::change);
    }
  }

  void afterBatch(Batch batch) {
    learner.afterBatch(++batches, new View(batch)).ifPresent(this::change);
  }

  void afterEpoch(int epoch, Batch last) {
    learner.afterEpoch(epoch, new View(last)).ifPresent(this::change);
  }

  /** Whether the sparsity asked for is reached. */
  boolean isReached(int epoch) {
    return learner.isReached(epoch);
  }

  /** What changed since the last report. */
  StructureChange report() {
    StructureChange report =
        new StructureChange(pruned, regrown, network.mask().kept(), network.mask().total());
    pruned = 0;
    regrown = 0;
    return report;
  }

  private void change(Mask next) {
    Mask before = network.mask();
    pruned += keptByFirstOnly(before, next);
    regrown += keptByFirstOnly(next, before);
    network.restructure(next);
    descent.carryTo(network.model());
  }

  private static long keptByFirstOnly(Mask first, Mask second) {
    long count = 0;
    for (int i = 0; i < first.layers().size(); i++) {
      LayerMask other = second.layers().get(i);
      BitSet kept = first.layers().get(i).bits();
      kept.andNot(other.bits());
      count += kept.cardinality();
    }
    return count;
  }

  /** The network after a batch. */
  private final class View implements Insight {
    private final Batch batch;

    View(Batch batch) {
      this.batch = batch;
    }

    @Override
    public Mask mask() {
      return network.mask();
    }

    @Override
    public Map<String, float[]> weights() {
      return network.weights();
    }

    @Override
    public Map<String, float[]> gradients() {
      return network.gradientsOfAll(batch);
    }
  }
}
