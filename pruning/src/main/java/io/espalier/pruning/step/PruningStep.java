package io.espalier.pruning.step;

import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.artifacts.mask.Mask;
import io.espalier.artifacts.store.ArtifactStore;
import io.espalier.artifacts.store.ArtifactUnreadable;
import io.espalier.datasets.DatasetUnavailable;
import io.espalier.events.Provenance;
import io.espalier.events.PruningEvent;
import io.espalier.events.PruningEvent.EndReason;
import io.espalier.events.PruningEvent.FailureReason;
import io.espalier.events.PruningEvent.Pruned;
import io.espalier.events.PruningEvent.PruningFailed;
import io.espalier.events.PruningEvent.ScheduleFinished;
import io.espalier.events.Quality;
import io.espalier.events.Shrunk;
import io.espalier.events.TrainingEvent.Trained;
import io.espalier.plan.ArtifactRef;
import io.espalier.plan.BranchPlan;
import io.espalier.plan.PruningMethod.Criterion;
import io.espalier.plan.TrialPlan;
import io.espalier.pruning.PruningRefused;
import io.espalier.pruning.report.Reporting;
import io.espalier.pruning.saliency.Saliencies;
import io.espalier.pruning.saliency.SaliencyScores;
import io.espalier.pruning.saliency.SaliencyUnusable;
import io.espalier.pruning.saliency.ScoredNetwork;
import io.espalier.pruning.schedule.FollowUp;
import io.espalier.pruning.selection.PlannedCut;
import io.espalier.pruning.selection.Selection;
import io.espalier.pruning.selection.Selector;
import io.espalier.pruning.units.Shrinking;
import java.lang.System.Logger.Level;
import java.util.Optional;

/**
 * Does what follows from a trained network: ranks, selects, stores and measures, or ends.
 *
 * <p>What comes of a step depends on nothing but the {@code trained} event with its plan, the
 * artifacts that it names, and the dataset; only wall time and provenance differ when it is done
 * again.
 *
 * <p>The quality before is what the training measured on the same checkpoint; the quality after is
 * that of these weights under the new mask, compensated if the saliency does so, whatever weights
 * the retraining begins with. A step that changes no weight (a control) leaves the quality as it
 * is.
 */
public final class PruningStep {
  private static final System.Logger LOG = System.getLogger(PruningStep.class.getName());
  private static final double NANOSECONDS = 1e9;

  private final ArtifactStore artifacts;
  private final Saliencies saliencies;
  private final Evaluation evaluation;
  private final Provenance provenance;

  /**
   * @param saliencies those that campaigns can name
   * @param provenance who prunes, on what machine
   */
  public PruningStep(
      ArtifactStore artifacts,
      Saliencies saliencies,
      Evaluation evaluation,
      Provenance provenance) {
    this.artifacts = artifacts;
    this.saliencies = saliencies;
    this.evaluation = evaluation;
    this.provenance = provenance;
  }

  /** Does a step or ends a branch, as the schedule has it. */
  public PruningEvent run(Trained trained, FollowUp followUp) {
    return followUp instanceof FollowUp.Step step ? run(trained, step) : end(trained);
  }

  /**
   * Does the step; {@link ScheduleFinished} if an iterative schedule ends before it. Whatever keeps
   * it from being done comes back as {@link PruningFailed}.
   */
  public PruningEvent run(Trained trained, FollowUp.Step step) {
    try {
      return prune(trained, step);
    } catch (PruningRefused e) {
      return failed(trained, step, e.reason(), e);
    } catch (SaliencyUnusable e) {
      return failed(trained, step, FailureReason.SALIENCY_UNUSABLE, e);
    } catch (ArtifactUnreadable e) {
      return failed(trained, step, FailureReason.ARTIFACT_UNREADABLE, e);
    } catch (DatasetUnavailable e) {
      return failed(trained, step, FailureReason.DATASET_UNAVAILABLE, e);
    } catch (RuntimeException
        | LinkageError
        | AssertionError
        | StackOverflowError
        | OutOfMemoryError e) {
      LOG.log(Level.ERROR, "pruning " + step.at() + " of " + trained.plan().trial(), e);
      return failed(trained, step, FailureReason.UNEXPECTED, e);
    }
  }

  /** The end of a branch after its last planned training. */
  public ScheduleFinished end(Trained trained) {
    return ended(trained, EndReason.PLANNED);
  }

  private PruningEvent prune(Trained trained, FollowUp.Step step)
      throws PruningRefused, SaliencyUnusable {
    long begun = System.nanoTime();
    StepInput input = StepInput.read(trained, artifacts);
    Cutting cutting = cutting(input, step);
    return cutting.selection() instanceof Selection.Cut cut
        ? pruned(input, step, cutting, cut, begun)
        : ended(trained, ((Selection.End) cutting.selection()).reason());
  }

  private Cutting cutting(StepInput input, FollowUp.Step step)
      throws PruningRefused, SaliencyUnusable {
    BranchPlan branch = step.branch();
    if (!(branch.method() instanceof Criterion criterion)) {
      return Cutting.nothing(input.held());
    }
    TrialPlan plan = input.trained().plan();
    Checkpoint ranked = input.ranked(branch.options().scoredAtEpoch(), artifacts);
    ScoredNetwork network =
        new ScoredNetwork(plan, step.at(), ranked, input.held(), () -> evaluation.dataset(plan));
    SaliencyScores scores =
        SaliencyCode.call(
            criterion.saliency(), () -> saliencies.named(criterion.saliency()).scores(network));
    PlannedCut cut =
        new PlannedCut(input.architecture(), branch, step.at().step(), input.held(), ranked);
    boolean rankedIsPruned = branch.options().scoredAtEpoch().isEmpty();
    return new Cutting(
        Selector.select(cut, scores),
        Optional.of(scores),
        scores.compensation().filter(c -> rankedIsPruned));
  }

  private Pruned pruned(
      StepInput input, FollowUp.Step step, Cutting cutting, Selection.Cut cut, long begun)
      throws PruningRefused, SaliencyUnusable {
    Trained trained = input.trained();
    Mask mask = cut.mask();
    boolean changes = cutting.compensation().isPresent() || !mask.equals(input.held());
    boolean unitsGo = Beginning.unitsGo(trained.plan(), step.branch());
    Checkpoint left =
        changes
            ? SaliencyCode.call(
                step.branch().method().wireName(), () -> cutting.applied(input.checkpoint(), mask))
            : input.checkpoint();
    Checkpoint pruned = unitsGo ? Shrinking.zeroed(input.architecture(), left, mask) : left;
    ArtifactRef stored = artifacts.put(mask.toBytes());
    Optional<ArtifactRef> start =
        new Beginning(input, step.branch(), artifacts)
            .store(cutting.compensation().isPresent() ? pruned : input.checkpoint(), mask);
    Quality after = changes ? evaluation.of(trained.plan(), pruned) : trained.quality();
    return new Pruned(
        trained.plan(),
        step.at(),
        step.branch().method(),
        cut.targetSparsity(),
        cut.layers(),
        mask.kept(),
        mask.total(),
        trained.checkpoint(),
        stored,
        trained.quality(),
        after,
        retrainEpochs(trained, step.branch()),
        (System.nanoTime() - begun) / NANOSECONDS,
        provenance,
        trained.mask(),
        start,
        Optional.of(
            Reporting.of(
                input.architecture(),
                input.held(),
                mask,
                cutting.ranking(cut),
                unitsGo ? shrunk(trained.plan(), pruned) : Optional.empty())));
  }

  /**
   * As planned; a structure from scratch is trained as long as the dense network and the steps that
   * its origin really did could at most, and never longer than planned.
   */
  private static int retrainEpochs(Trained trained, BranchPlan branch) {
    TrialPlan plan = trained.plan();
    return branch
        .of()
        .flatMap(plan::branch)
        .map(origin -> plan.training().epochs() + trained.at().step() * origin.retrainEpochs())
        .map(epochs -> Math.min(epochs, branch.retrainEpochs()))
        .orElse(branch.retrainEpochs());
  }

  private ScheduleFinished ended(Trained trained, EndReason reason) {
    TrialPlan plan = trained.plan();
    boolean unitsGo =
        plan.branch(trained.at().branch()).filter(b -> Beginning.unitsGo(plan, b)).isPresent();
    return new ScheduleFinished(
        plan,
        trained.at(),
        trained.quality(),
        reason,
        unitsGo ? shrunkAtTheEnd(trained) : Optional.empty());
  }

  /**
   * The branch has ended whether or not its weights can still be read and shrunk; that is logged.
   */
  private Optional<Shrunk> shrunkAtTheEnd(Trained trained) {
    try {
      StepInput input = StepInput.read(trained, artifacts);
      return shrunk(trained.plan(), input.held().applyTo(input.checkpoint()));
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "the end of " + trained.at() + " is told without a shrunk network", e);
      return Optional.empty();
    }
  }

  private Optional<Shrunk> shrunk(TrialPlan plan, Checkpoint checkpoint) {
    return Shrinking.shrunk(plan.architecture(), checkpoint)
        .map(
            smaller ->
                new Shrunk(
                    smaller.architecture(),
                    artifacts.put(smaller.checkpoint().toBytes(smaller.architecture()))));
  }

  private static PruningFailed failed(
      Trained trained, FollowUp.Step step, FailureReason reason, Throwable e) {
    String message = e.getMessage();
    String detail = message == null || message.isBlank() ? e.toString() : message;
    return new PruningFailed(trained.plan(), step.at(), reason, detail);
  }
}
