package io.espalier.tracker.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class AuditStateTest {
  @Test
  void anAuditThatCouldNotBeDoneAccusesNobody() {
    AuditState state = AuditState.failed("no broker", Instant.now());

    assertThat(state.state()).isEqualTo("done");
    assertThat(state.verdict()).isEqualTo("failed");
    assertThat(state.problems()).singleElement().extracting("what").isEqualTo("no broker");
  }
}
