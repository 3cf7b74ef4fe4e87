package io.espalier.tracker.steps;

import io.espalier.events.PruningEvent.EndReason;
import io.espalier.tracker.trials.Training;

/**
 * What came after a pruning step; what has not happened is absent.
 *
 * @param accuracyRetrained test accuracy, 0..1
 * @param lossRetrained on the test samples
 * @param checkpointSha256 the retrained weights
 * @param epochsToRecover the first epoch whose validation accuracy is at least that of the network
 *     before the step; absent if there is none
 * @param measuredSpeedUp median samples per second of the retraining's epochs over that of the
 *     dense network's
 * @param endReason why nothing more was pruned
 */
public record Retraining(
    Double accuracyRetrained,
    Double lossRetrained,
    String checkpointSha256,
    Integer epochsToRecover,
    Double measuredSpeedUp,
    EndReason endReason) {

  static Retraining of(Training training, Integer epochsToRecover, Double pace, Double densePace) {
    return new Retraining(
        training.testAccuracy,
        training.testLoss,
        training.checkpoint,
        epochsToRecover,
        pace == null || densePace == null || densePace == 0 ? null : pace / densePace,
        training.endReason);
  }
}
