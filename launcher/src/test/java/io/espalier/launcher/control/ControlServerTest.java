package io.espalier.launcher.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ControlServerTest {

  private final RecordingStack stack = new RecordingStack();

  @Test
  void whoHasTheTokenScalesAndStops() throws Exception {
    try (ControlServer server = ControlServer.start(stack)) {
      ControlCalls calls = new ControlCalls(server.url(), server.token());
      calls.scaleTrainers(3);
      calls.stop();
    }
    assertThat(stack.trainers).isEqualTo(3);
    assertThat(stack.stopped).isTrue();
  }

  @Test
  void whoHasNotTheTokenIsTurnedAway() throws Exception {
    try (ControlServer server = ControlServer.start(stack)) {
      assertThatThrownBy(() -> new ControlCalls(server.url(), "guess").stop())
          .isInstanceOf(IOException.class)
          .hasMessageContaining("401");
    }
    assertThat(stack.stopped).isFalse();
  }

  @Test
  void aNumberThatTheStackRefusesIsAnsweredWithItsWords() throws Exception {
    try (ControlServer server = ControlServer.start(stack)) {
      ControlCalls calls = new ControlCalls(server.url(), server.token());
      assertThatThrownBy(() -> calls.scaleTrainers(65))
          .isInstanceOf(IOException.class)
          .hasMessageContainingAll("400", "too many");
    }
  }

  private static final class RecordingStack implements Controlled {
    private volatile int trainers;
    private volatile boolean stopped;

    @Override
    public StackStatus status() {
      return new StackStatus(List.of(), trainers);
    }

    @Override
    public void scaleTrainers(int count) {
      if (count > 64) {
        throw new IllegalArgumentException("too many");
      }
      trainers = count;
    }

    @Override
    public void requestStop() {
      stopped = true;
    }
  }
}
