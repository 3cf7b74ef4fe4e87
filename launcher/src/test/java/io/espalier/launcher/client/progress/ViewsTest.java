package io.espalier.launcher.client.progress;

import static io.espalier.launcher.client.progress.Examples.NOW;
import static io.espalier.launcher.client.progress.Examples.campaign;
import static io.espalier.launcher.client.progress.Examples.running;
import static io.espalier.launcher.client.progress.Examples.training;
import static org.assertj.core.api.Assertions.assertThat;

import io.espalier.launcher.client.view.Campaign;
import io.espalier.launcher.client.view.Training;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ViewsTest {
  private final StringWriter written = new StringWriter();
  private final PrintWriter out = new PrintWriter(written);

  @Test
  void withoutATerminalTotalsComeAtMostEveryTenSeconds() {
    PlainView view = new PlainView(out);

    for (int second = 0; second < 25; second++) {
      view.show(ended(second), List.of());
    }

    assertThat(written.toString().lines())
        .containsExactly(
            "MNIST demo: 0 of 12 trainings ended",
            "MNIST demo: 10 of 12 trainings ended",
            "MNIST demo: 20 of 12 trainings ended");
  }

  @Test
  void withoutATerminalEveryTrainingThatEndsIsSaidAtOnce() {
    PlainView view = new PlainView(out);
    view.show(ended(0), List.of());
    view.show(ended(1), List.of(training("c1.1", Training.State.TRAINED, 30)));

    assertThat(written.toString().lines().toList())
        .hasSize(2)
        .last()
        .asString()
        .startsWith("trained    784-100-10 seed 7 dense");
    assertThat(written.toString()).doesNotContain("\u001b");
  }

  @Test
  void onATerminalTheBlockIsRedrawnAndEndedTrainingsStayAboveIt() {
    LiveView view = new LiveView(out, Style.PLAIN, () -> 100);
    Progress progress = Examples.progress(running(), training("c1.1", Training.State.TRAINING, 3));
    view.show(progress, List.of());
    written.getBuffer().setLength(0);

    view.show(progress, List.of(training("c1.2", Training.State.TRAINED, 30)));

    assertThat(written.toString()).startsWith("\u001b[2A\r\u001b[Jtrained    784");
    assertThat(written.toString().chars().filter(c -> c == '\n')).hasSize(3);
  }

  @Test
  void aTerminalThatCannotMoveItsCursorIsNoTerminal() {
    assertThat(Terminal.dumb(Map.of("TERM", "dumb"))).isTrue();
    assertThat(Terminal.dumb(Map.of())).isTrue();
    assertThat(Terminal.dumb(Map.of("TERM", "xterm-256color"))).isFalse();
  }

  @Test
  void coloursAndGlyphsFollowTheEnvironment() {
    assertThat(Terminal.style(Map.of("NO_COLOR", "1"), StandardCharsets.UTF_8))
        .isEqualTo(new Style(false, true));
    assertThat(Terminal.style(Map.of(), StandardCharsets.US_ASCII))
        .isEqualTo(new Style(true, false));
    assertThat(Terminal.columns("120")).hasValue(120);
    assertThat(Terminal.columns("wide")).isEmpty();
  }

  private static Progress ended(int second) {
    Instant at = NOW.plusSeconds(second);
    return new Progress(
        campaign(Campaign.State.RUNNING, new Campaign.Counts(0, 0, second, 0, 0)),
        List.of(),
        at,
        Optional.empty(),
        Duration.ZERO);
  }
}
