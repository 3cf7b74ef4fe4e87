package io.espalier.tracker.launch;

import io.espalier.tracker.campaigns.CampaignState;
import io.espalier.tracker.trials.Training;
import io.espalier.tracker.trials.TrainingState;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What makes no sense in the present state; each answer is the reason, empty if it may be. */
final class Verdict {
  private Verdict() {}

  /**
   * @param archive root hash of the archive that the campaign came in; null if it ran here
   */
  static Optional<String> onImported(String archive) {
    return Optional.ofNullable(archive)
        .map(
            root ->
                "the campaign was imported from archive "
                    + root
                    + "; it is history, and nothing here acts upon it");
  }

  static Optional<String> onPause(CampaignState state) {
    return state == CampaignState.RUNNING
        ? Optional.empty()
        : Optional.of("the campaign is " + state + "; only a RUNNING one can be paused");
  }

  static Optional<String> onResume(CampaignState state) {
    return state == CampaignState.PAUSED
        ? Optional.empty()
        : Optional.of("the campaign is " + state + "; only a PAUSED one can be resumed");
  }

  static Optional<String> onStop(CampaignState state) {
    return state == CampaignState.RUNNING || state == CampaignState.PAUSED
        ? Optional.empty()
        : Optional.of("the campaign is " + state + " and has nothing left to stop");
  }

  /**
   * A trial is run again only if that can mend something: a training failed, was cancelled, or is
   * held by a worker that is gone.
   */
  static Optional<String> onRetry(
      CampaignState campaign, List<Training> latest, Predicate<String> alive) {
    if (campaign == CampaignState.STOPPED) {
      return Optional.of("the campaign is STOPPED for good; launch it again instead");
    }
    boolean mendable =
        latest.stream()
            .anyMatch(
                t ->
                    t.state == TrainingState.FAILED
                        || t.state == TrainingState.CANCELLED
                        || (t.state == TrainingState.TRAINING && !alive.test(t.worker)));
    return mendable
        ? Optional.empty()
        : Optional.of("no training of this trial failed, was cancelled or lost its worker");
  }
}
