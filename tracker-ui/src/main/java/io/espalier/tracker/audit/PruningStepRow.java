package io.espalier.tracker.audit;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.espalier.tracker.trials.PruningStep;
import io.espalier.tracker.trials.Training;

/**
 * A pruning step with what became of it.
 *
 * @param compressionRatio total / kept; absent if nothing was kept
 * @param accuracyAfterRetraining test accuracy, 0..1; absent until retrained
 * @param checkpointSha256 the retrained weights; absent until retrained
 */
public record PruningStepRow(
    @JsonUnwrapped PruningStep step,
    Double compressionRatio,
    Double accuracyAfterRetraining,
    String checkpointSha256) {

  static PruningStepRow of(PruningStep step, Training retraining) {
    return new PruningStepRow(
        step,
        step.kept == 0 ? null : (double) step.total / step.kept,
        retraining == null ? null : retraining.testAccuracy,
        retraining == null ? null : retraining.checkpoint);
  }
}
