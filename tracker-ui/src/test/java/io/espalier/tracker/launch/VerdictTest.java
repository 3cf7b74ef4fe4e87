package io.espalier.tracker.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.espalier.tracker.campaigns.CampaignState;
import io.espalier.tracker.trials.Training;
import io.espalier.tracker.trials.TrainingState;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VerdictTest {
  @ParameterizedTest
  @EnumSource(CampaignState.class)
  void onlyARunningCampaignCanBePaused(CampaignState state) {
    assertThat(Verdict.onPause(state).isEmpty()).isEqualTo(state == CampaignState.RUNNING);
  }

  @ParameterizedTest
  @EnumSource(CampaignState.class)
  void onlyAPausedCampaignCanBeResumed(CampaignState state) {
    assertThat(Verdict.onResume(state).isEmpty()).isEqualTo(state == CampaignState.PAUSED);
  }

  @ParameterizedTest
  @EnumSource(CampaignState.class)
  void onlyACampaignThatGoesOnCanBeStopped(CampaignState state) {
    boolean goesOn = state == CampaignState.RUNNING || state == CampaignState.PAUSED;
    assertThat(Verdict.onStop(state).isEmpty()).isEqualTo(goesOn);
  }

  @ParameterizedTest
  @EnumSource(TrainingState.class)
  void aTrialIsRunAgainOnlyIfThatMendsSomething(TrainingState state) {
    boolean mends = state == TrainingState.FAILED || state == TrainingState.CANCELLED;
    assertThat(
            Verdict.onRetry(CampaignState.FINISHED, List.of(training(state)), worker -> true)
                .isEmpty())
        .isEqualTo(mends);
  }

  @Test
  void aTrialWhoseWorkerIsGoneMayBeRunAgain() {
    List<Training> latest = List.of(training(TrainingState.TRAINING));
    assertThat(Verdict.onRetry(CampaignState.RUNNING, latest, worker -> false)).isEmpty();
    assertThat(Verdict.onRetry(CampaignState.RUNNING, latest, worker -> true)).isPresent();
  }

  @Test
  void nothingOfAStoppedCampaignIsRunAgain() {
    List<Training> latest = List.of(training(TrainingState.FAILED));
    assertThat(Verdict.onRetry(CampaignState.STOPPED, latest, worker -> true)).isPresent();
  }

  @Test
  void aCampaignsIdIsReadable() {
    assertThat(CampaignIds.of("MNIST: démo, 80 %!", new Random(1)))
        .matches("mnist-d-mo-80-[a-z2-7]{5}");
    assertThat(CampaignIds.of("日本", new Random(1))).matches("campaign-[a-z2-7]{5}");
    assertThat(CampaignIds.of("x".repeat(80), new Random(1))).hasSize(46);
  }

  private static Training training(TrainingState state) {
    Training training = new Training();
    training.state = state;
    training.worker = "w1";
    return training;
  }
}
