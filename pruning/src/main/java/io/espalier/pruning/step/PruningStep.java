package io.espalier.pruning.step;

import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.artifacts.mask.LayerMask;
import io.espalier.artifacts.mask.Mask;
import io.espalier.artifacts.store.ArtifactStore;
import io.espalier.artifacts.store.ArtifactUnreadable;
import io.espalier.datasets.DatasetUnavailable;
import io.espalier.events.Provenance;
import io.espalier.events.PruningEvent;
import io.espalier.events.PruningEvent.FailureReason;
import io.espalier.events.PruningEvent.Pruned;
import io.espalier.events.PruningEvent.PruningFailed;
import io.espalier.events.Quality;
import io.espalier.events.TrainingEvent.Trained;
import io.espalier.plan.Architecture;
import io.espalier.plan.ArtifactRef;
import io.espalier.plan.PruningMethod;
import io.espalier.pruning.saliency.AmountImpossible;
import io.espalier.pruning.saliency.Masks;
import io.espalier.pruning.saliency.PrunedLayer;
import io.espalier.pruning.saliency.WeightLayer;
import io.espalier.pruning.schedule.FollowUp;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Computes, stores and measures the mask of one step.
 *
 * <p>The quality before is what the training measured on the same checkpoint; only the pruned
 * network is evaluated. A mask that cuts nothing (the dense control) leaves the quality as it is.
 */
public final class PruningStep {
  private static final System.Logger LOG = System.getLogger(PruningStep.class.getName());
  private static final double NANOSECONDS = 1e9;

  private final ArtifactStore artifacts;
  private final Evaluation evaluation;
  private final Provenance provenance;

  /**
   * @param provenance who prunes, on what machine
   */
  public PruningStep(ArtifactStore artifacts, Evaluation evaluation, Provenance provenance) {
    this.artifacts = artifacts;
    this.evaluation = evaluation;
    this.provenance = provenance;
  }

  /** Does the step; whatever keeps it from being done comes back as {@link PruningFailed}. */
  public PruningEvent run(Trained trained, FollowUp.Step step) {
    try {
      return prune(trained, step);
    } catch (AmountImpossible e) {
      return failed(trained, step, FailureReason.AMOUNT_IMPOSSIBLE, e);
    } catch (ArtifactUnreadable e) {
      return failed(trained, step, FailureReason.ARTIFACT_UNREADABLE, e);
    } catch (DatasetUnavailable e) {
      return failed(trained, step, FailureReason.DATASET_UNAVAILABLE, e);
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "pruning " + step.at() + " of " + trained.plan().trial(), e);
      return failed(trained, step, FailureReason.UNEXPECTED, e);
    }
  }

  private Pruned prune(Trained trained, FollowUp.Step step) throws AmountImpossible {
    long start = System.nanoTime();
    Architecture architecture = trained.plan().architecture();
    Checkpoint checkpoint = Checkpoint.fromBytes(artifacts.read(trained.checkpoint()));
    checkpoint.requireFits(architecture);
    Mask before =
        trained
            .mask()
            .map(held -> Mask.fromBytes(artifacts.read(held), architecture))
            .orElseGet(() -> Mask.ones(architecture));
    PruningMethod method = step.branch().method();
    List<PrunedLayer> pruned = Masks.of(method, step.targetSparsity(), weights(checkpoint, before));
    Mask mask = mask(before, pruned);
    ArtifactRef stored = artifacts.put(mask.toBytes());
    Quality after =
        mask.equals(before)
            ? trained.quality()
            : evaluation.of(trained.plan(), mask.applyTo(checkpoint));
    return new Pruned(
        trained.plan(),
        step.at(),
        method,
        step.targetSparsity(),
        pruned.stream().map(PrunedLayer::outcome).toList(),
        mask.kept(),
        mask.total(),
        trained.checkpoint(),
        stored,
        trained.quality(),
        after,
        step.branch().retrainEpochs(),
        (System.nanoTime() - start) / NANOSECONDS,
        provenance,
        trained.mask(),
        Optional.empty(),
        Optional.empty());
  }

  private static List<WeightLayer> weights(Checkpoint checkpoint, Mask held) {
    return held.layers().stream()
        .map(
            layer ->
                new WeightLayer(
                    layer.layer(), checkpoint.tensor(layer.layer()).values(), layer.bits()))
        .toList();
  }

  private static Mask mask(Mask before, List<PrunedLayer> pruned) {
    List<LayerMask> layers = new ArrayList<>();
    for (int i = 0; i < pruned.size(); i++) {
      LayerMask old = before.layers().get(i);
      layers.add(new LayerMask(old.layer(), old.shape(), pruned.get(i).kept()));
    }
    return new Mask(layers);
  }

  private static PruningFailed failed(
      Trained trained, FollowUp.Step step, FailureReason reason, Exception e) {
    String detail = e.getMessage() == null ? e.toString() : e.getMessage();
    return new PruningFailed(trained.plan(), step.at(), reason, detail);
  }
}
