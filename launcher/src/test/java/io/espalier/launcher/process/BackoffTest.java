package io.espalier.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {

  private static final Duration AT_ONCE = Duration.ofSeconds(1);

  @Test
  void nothingIsWaitedForBeforeTheFirstFailure() {
    assertThat(Backoff.NONE.delay()).isZero();
  }

  @Test
  void eachFailureInARowDoublesTheWait() {
    Backoff first = Backoff.NONE.after(AT_ONCE);
    Backoff second = first.after(AT_ONCE);
    assertThat(first.delay()).isEqualTo(Duration.ofMillis(500));
    assertThat(second.delay()).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void theWaitNeverExceedsHalfAMinute() {
    assertThat(new Backoff(1000).delay()).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void aProcessThatLivedForAMinuteStartsANewRow() {
    assertThat(new Backoff(9).after(Duration.ofMinutes(1)).failures()).isEqualTo(1);
    assertThat(new Backoff(9).after(Duration.ofSeconds(59)).failures()).isEqualTo(10);
  }
}
