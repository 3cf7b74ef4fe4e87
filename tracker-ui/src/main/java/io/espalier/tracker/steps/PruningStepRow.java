package io.espalier.tracker.steps;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.espalier.tracker.trials.PruningStep;
import io.espalier.tracker.trials.StepReport;
import io.espalier.tracker.trials.Training;

/**
 * A pruning step with what became of it.
 *
 * @param report absent of steps that were told before there were reports
 * @param compressionRatio total / kept; absent if nothing was kept
 * @param theoreticalSpeedUp dense over pruned operations; absent if none are left
 * @param shrunk the smaller dense network that is left, where whole units were cut
 */
public record PruningStepRow(
    String design,
    String architecture,
    Long seed,
    @JsonUnwrapped PruningStep step,
    @JsonUnwrapped StepReport report,
    Double compressionRatio,
    Double theoreticalSpeedUp,
    @JsonUnwrapped Retraining retraining,
    ShrunkNetwork shrunk) {

  /** A smaller dense network, with the hash of its weights. */
  public record ShrunkNetwork(String label, String sha256) {

    private static ShrunkNetwork of(String label, String sha256) {
      return sha256 == null ? null : new ShrunkNetwork(label, sha256);
    }
  }

  static PruningStepRow of(PruningStep step, Training training, Retraining retraining) {
    ShrunkNetwork shrunk =
        step.report == null
            ? null
            : ShrunkNetwork.of(step.report.shrunkLabel, step.report.shrunkSha256);
    return new PruningStepRow(
        training.design,
        training.architecture,
        training.seed,
        step,
        step.report,
        step.kept == 0 ? null : (double) step.total / step.kept,
        step.report == null ? null : step.report.theoreticalSpeedUp(),
        retraining,
        shrunk == null ? ShrunkNetwork.of(training.shrunkLabel, training.shrunkSha256) : shrunk);
  }
}
