package io.espalier.launcher.client.progress;

import static io.espalier.launcher.client.progress.Examples.pruned;
import static io.espalier.launcher.client.progress.Examples.training;
import static org.assertj.core.api.Assertions.assertThat;

import io.espalier.launcher.client.view.Training;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {
  @Test
  void theRemainingEpochsTakeAsLongAsThoseSeen() {
    List<Training> trainings =
        List.of(
            training("c1.1", Training.State.TRAINED, 30),
            training("c1.2", Training.State.TRAINING, 10),
            pruned("c1.1", Training.State.WAITING));

    // 40 epochs are done, 10 of them were before watching began; 35 remain.
    assertThat(Progress.left(trainings, 10, Duration.ofSeconds(60)))
        .contains(Duration.ofSeconds(70));
  }

  @Test
  void nothingIsForetoldBeforeTheFirstEpoch() {
    List<Training> trainings = List.of(training("c1.1", Training.State.TRAINING, null));

    assertThat(Progress.left(trainings, 0, Duration.ofSeconds(60))).isEmpty();
  }

  @Test
  void onlyTheLatestAttemptOfATrialCounts() {
    Training first = training("c1.1", Training.State.FAILED, 3);
    Training second =
        new Training(
            "c1.1",
            2,
            7L,
            "784-100-10",
            "dense",
            0,
            "dense",
            0.0,
            Training.State.QUEUED,
            null,
            null,
            null,
            30,
            null,
            null,
            null,
            null,
            null);
    Training other = training("c1.2", Training.State.TRAINED, 30);

    assertThat(Progress.latestAttempts(List.of(first, second, other)))
        .containsExactly(second, other);
  }
}
