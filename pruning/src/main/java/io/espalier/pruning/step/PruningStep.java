package io.espalier.pruning.step;

import io.espalier.artifacts.checkpoint.Checkpoint;
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
import io.espalier.plan.PruningMethod.Criterion;
import io.espalier.pruning.PruningRefused;
import io.espalier.pruning.saliency.Saliencies;
import io.espalier.pruning.saliency.SaliencyUnusable;
import io.espalier.pruning.saliency.ScoredNetwork;
import io.espalier.pruning.schedule.FollowUp;
import io.espalier.pruning.selection.PlannedCut;
import io.espalier.pruning.selection.Selection;
import io.espalier.pruning.selection.Selector;
import java.lang.System.Logger.Level;
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
    } catch (PruningRefused e) {
      return failed(trained, step, e.reason(), e);
    } catch (ArtifactUnreadable e) {
      return failed(trained, step, FailureReason.ARTIFACT_UNREADABLE, e);
    } catch (DatasetUnavailable e) {
      return failed(trained, step, FailureReason.DATASET_UNAVAILABLE, e);
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "pruning " + step.at() + " of " + trained.plan().trial(), e);
      return failed(trained, step, FailureReason.UNEXPECTED, e);
    }
  }

  private Pruned prune(Trained trained, FollowUp.Step step) throws PruningRefused {
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
    Selection.Cut cut = selected(trained, step, checkpoint, before);
    Mask mask = cut.mask();
    ArtifactRef stored = artifacts.put(mask.toBytes());
    Quality after =
        mask.equals(before)
            ? trained.quality()
            : evaluation.of(trained.plan(), mask.applyTo(checkpoint));
    return new Pruned(
        trained.plan(),
        step.at(),
        method,
        cut.targetSparsity(),
        cut.layers(),
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

  private Selection.Cut selected(
      Trained trained, FollowUp.Step step, Checkpoint checkpoint, Mask held) throws PruningRefused {
    if (!(step.branch().method() instanceof Criterion criterion)) {
      return Selection.Cut.nothing(held);
    }
    ScoredNetwork network =
        new ScoredNetwork(
            trained.plan(),
            step.at(),
            checkpoint,
            held,
            () -> {
              throw new DatasetUnavailable("no saliency looks at data yet");
            });
    try {
      return (Selection.Cut)
          Selector.select(
              new PlannedCut(
                  trained.plan().architecture(), step.branch(), step.at().step(), held, checkpoint),
              Saliencies.builtIn().named(criterion.saliency()).scores(network));
    } catch (SaliencyUnusable e) {
      throw new PruningRefused(FailureReason.SALIENCY_UNUSABLE, e.getMessage());
    }
  }

  private static PruningFailed failed(
      Trained trained, FollowUp.Step step, FailureReason reason, Exception e) {
    String detail = e.getMessage() == null ? e.toString() : e.getMessage();
    return new PruningFailed(trained.plan(), step.at(), reason, detail);
  }
}
