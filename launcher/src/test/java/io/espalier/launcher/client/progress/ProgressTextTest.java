package io.espalier.launcher.client.progress;

import static io.espalier.launcher.client.progress.Examples.NOW;
import static io.espalier.launcher.client.progress.Examples.campaign;
import static io.espalier.launcher.client.progress.Examples.progress;
import static io.espalier.launcher.client.progress.Examples.pruned;
import static io.espalier.launcher.client.progress.Examples.running;
import static io.espalier.launcher.client.progress.Examples.training;
import static org.assertj.core.api.Assertions.assertThat;

import io.espalier.launcher.client.view.Campaign;
import io.espalier.launcher.client.view.Training;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProgressTextTest {
  private static final Style COLOURFUL = new Style(true, true);

  @Test
  void aRunningTrainingHasABarItsEpochItsAccuracyAndItsRate() {
    Progress progress =
        progress(
            running(),
            training("c1.1", Training.State.TRAINING, 10),
            pruned("c1.2", Training.State.TRAINING),
            training("c1.3", Training.State.QUEUED, null));

    assertThat(ProgressText.live(progress, Style.PLAIN, 120))
        .containsExactly(
            "MNIST demo: 5 of 12 trainings ended, 1 failed, 2 training, 3 queued,"
                + " about 4 min 12 s left",
            "  784-100-10 seed 7 dense                         ##########....................."
                + "  epoch 10/30  val 96.12 %  2.0 s/epoch",
            "  784-100-10 seed 7 magnitude-class-blinded 80 %  ####..........................."
                + "  epoch  2/15  val 95.00 %  2.5 s/epoch");
  }

  @Test
  void noLineIsWiderThanTheTerminal() {
    Progress progress =
        progress(
            running(),
            training("c1.1", Training.State.TRAINING, 10),
            pruned("c1.2", Training.State.TRAINING));

    for (int width = 20; width < 200; width++) {
      int widest = width;
      assertThat(ProgressText.live(progress, Style.PLAIN, width))
          .allMatch(line -> line.length() <= widest, "at most " + width);
    }
  }

  @Test
  void moreTrainingsThanLinesAreCounted() {
    Training[] many =
        IntStream.range(0, 40)
            .mapToObj(i -> training("c1." + i, Training.State.TRAINING, 1))
            .toArray(Training[]::new);

    assertThat(ProgressText.live(progress(running(), many), Style.PLAIN, 100))
        .hasSize(18)
        .last()
        .isEqualTo("  and 24 more");
  }

  @Test
  void coloursAppearOnlyWhereTheyAreWanted() {
    Progress progress = progress(running(), training("c1.1", Training.State.TRAINING, 10));

    assertThat(String.join("\n", ProgressText.live(progress, Style.PLAIN, 100)))
        .matches("\\p{ASCII}*");
    assertThat(String.join("\n", ProgressText.live(progress, COLOURFUL, 100)))
        .contains("\u001b[32m\u2501");
  }

  @Test
  void anEndedTrainingIsOneLineWithItsOutcome() {
    assertThat(ProgressText.ended(training("c1.1", Training.State.TRAINED, 30), Style.PLAIN))
        .isEqualTo("trained    784-100-10 seed 7 dense: test accuracy 97.41 %, 1 min 2 s");
    assertThat(ProgressText.ended(pruned("c1.1", Training.State.TRAINED), Style.PLAIN))
        .isEqualTo(
            "trained    784-100-10 seed 7 magnitude-class-blinded 80 %: test accuracy 97.35 %,"
                + " was 91.23 % right after pruning, 30 s");
    assertThat(ProgressText.ended(training("c1.1", Training.State.FAILED, 3), Style.PLAIN))
        .isEqualTo("failed     784-100-10 seed 7 dense: loss is NaN in epoch 3");
  }

  @Test
  void theDenseControlWasNeverPruned() {
    Training control =
        new Training(
            "c1.1",
            1,
            7L,
            "784-100-10",
            "dense-control",
            1,
            "dense-control",
            0.0,
            Training.State.TRAINED,
            null,
            null,
            15,
            15,
            0.97,
            0.975,
            0.974,
            5.0,
            null);

    assertThat(ProgressText.ended(control, Style.PLAIN))
        .isEqualTo("trained    784-100-10 seed 7 dense-control: test accuracy 97.50 %, 5 s");
  }

  @Test
  void aSilentServerIsSaid() {
    Progress silent = progress(running()).silentFor(Duration.ofSeconds(12), NOW);

    assertThat(ProgressText.summary(silent)).endsWith("(no answer for 12 s, still trying)");
  }

  @Test
  void aPausedCampaignPromisesNoEnd() {
    Campaign paused = campaign(Campaign.State.PAUSED, new Campaign.Counts(0, 0, 4, 0, 0));

    assertThat(ProgressText.summary(progress(paused)))
        .isEqualTo("MNIST demo: 4 of 12 trainings ended, paused");
  }
}
