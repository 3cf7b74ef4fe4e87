package io.espalier.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.espalier.plan.ArtifactRef;
import io.espalier.plan.PruningMethod;
import io.espalier.plan.Require;
import io.espalier.plan.StepRef;
import io.espalier.plan.TrialPlan;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What may arrive on {@code pruned}. */
public sealed interface PruningEvent extends Event, TrialEvent {

  /** Calls the function for this variant; a new variant makes every call site incomplete. */
  default <R> R match(
      Function<Pruned, R> pruned,
      Function<ScheduleFinished, R> finished,
      Function<PruningFailed, R> failed) {
    if (this instanceof Pruned e) {
      return pruned.apply(e);
    }
    if (this instanceof ScheduleFinished e) {
      return finished.apply(e);
    }
    return failed.apply((PruningFailed) this);
  }

  /**
   * A mask was computed: retrain with it.
   *
   * @param at the retraining that this step asks for
   * @param method how saliency was measured and distributed
   * @param targetSparsity share of the maskable weights in the scope that was to be zero, 0..1; of
   *     an iterative schedule what its cut came to
   * @param layers the outcome per layer, in the network's order
   * @param kept weights that remain, over all layers
   * @param total maskable weights of the dense network
   * @param input the checkpoint that was pruned
   * @param mask the mask to retrain with
   * @param before quality of the input checkpoint
   * @param after quality right after pruning, before retraining
   * @param retrainEpochs epochs to retrain
   * @param seconds wall time of mask and evaluation
   * @param maskBefore the mask that was held before; absent: every weight was there
   * @param start the weights to retrain from; absent: the input's
   * @param report absent in events that were told before there were reports
   */
  @WireName("pruned.v1")
  record Pruned(
      TrialPlan plan,
      StepRef at,
      PruningMethod method,
      double targetSparsity,
      List<LayerPruning> layers,
      long kept,
      long total,
      ArtifactRef input,
      ArtifactRef mask,
      Quality before,
      Quality after,
      int retrainEpochs,
      double seconds,
      Provenance provenance,
      Optional<ArtifactRef> maskBefore,
      Optional<ArtifactRef> start,
      Optional<PruningReport> report)
      implements PruningEvent {
    public Pruned {
      Require.present("plan", plan);
      Require.present("at", at);
      Require.present("method", method);
      Require.within("targetSparsity", targetSparsity, 0, 1);
      layers = Require.nonEmpty("layers", layers);
      Require.atLeast("total", total, 1);
      Require.within("kept", kept, 0, total);
      Require.present("input", input);
      Require.present("mask", mask);
      Require.present("before", before);
      Require.present("after", after);
      Require.atLeast("retrainEpochs", retrainEpochs, 1);
      Require.finiteNonNegative("seconds", seconds);
      Require.present("provenance", provenance);
      Require.present("maskBefore", maskBefore);
      Require.present("start", start);
      Require.present("report", report);
    }

    @Override
    public String eventId() {
      return TrialEvent.id(plan, at, "pruned");
    }

    /** The weights to retrain from. */
    public ArtifactRef begin() {
      return start.orElse(input);
    }

    /** Share of maskable weights that is zero, 0..1. */
    public double sparsity() {
      return 1.0 - (double) kept / total;
    }
  }

  /** Why a schedule ended. */
  enum EndReason {
    /** All planned steps are done. */
    PLANNED,
    /** The target sparsity is reached. */
    TARGET_REACHED,
    /** Fewer weights are left than the schedule goes on with, or the next step cuts nothing. */
    FLOOR_REACHED,
    /** The next step would empty a layer. */
    LAYER_WOULD_BE_EMPTY
  }

  /**
   * A branch's last retraining is done; nothing more will be pruned on it.
   *
   * @param at the last training
   * @param quality after it
   * @param reason absent on the wire: planned
   * @param shrunk the smaller dense network that is left of it, where whole units were cut
   */
  @WireName("schedule-finished.v1")
  record ScheduleFinished(
      TrialPlan plan,
      StepRef at,
      Quality quality,
      @JsonProperty(defaultValue = "PLANNED") EndReason reason,
      Optional<Shrunk> shrunk)
      implements PruningEvent {
    public ScheduleFinished {
      Require.present("plan", plan);
      Require.present("at", at);
      Require.present("quality", quality);
      reason = reason == null ? EndReason.PLANNED : reason;
      Require.present("shrunk", shrunk);
    }

    /** The end of a schedule of single weights that went as planned. */
    public ScheduleFinished(TrialPlan plan, StepRef at, Quality quality) {
      this(plan, at, quality, EndReason.PLANNED, Optional.empty());
    }

    @Override
    public String eventId() {
      return TrialEvent.id(plan, at, "schedule-finished");
    }
  }

  /** Why a pruning step failed. */
  enum FailureReason {
    /** The step would leave nothing to train, or cut nothing. */
    AMOUNT_IMPOSSIBLE,
    /** The checkpoint is absent, altered or does not fit the architecture. */
    ARTIFACT_UNREADABLE,
    /** The dataset for the saliency or the evaluation could not be read. */
    DATASET_UNAVAILABLE,
    /** The scope or the rates per layer name no layer of the network. */
    SCOPE_EMPTY,
    /** No saliency of this name comes along or is plugged in. */
    SALIENCY_UNKNOWN,
    /** The saliency cannot be had for this network, or gave no usable numbers. */
    SALIENCY_UNUSABLE,
    /** Anything else; the detail says what. */
    UNEXPECTED
  }

  /** A pruning step could not be done; its branch ends here. */
  @WireName("pruning-failed.v1")
  record PruningFailed(TrialPlan plan, StepRef at, FailureReason reason, String detail)
      implements PruningEvent {
    public PruningFailed {
      Require.present("plan", plan);
      Require.present("at", at);
      Require.present("reason", reason);
      Require.text("detail", detail);
    }

    @Override
    public String eventId() {
      return TrialEvent.id(plan, at, "pruning-failed");
    }
  }
}
