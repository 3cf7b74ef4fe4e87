package io.espalier.audit.archive.exporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.espalier.envelope.Cause;
import io.espalier.envelope.Decoded;
import io.espalier.envelope.Envelope;
import io.espalier.envelope.EventCodec;
import io.espalier.envelope.Position;
import io.espalier.envelope.WireRecord;
import io.espalier.events.CampaignEvent.CampaignPaused;
import io.espalier.samples.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CausalOrderTest {
  private final CausalOrder order = new CausalOrder();

  @Test
  void whatIsInOrderStaysAsItWasAdded() {
    Decoded.Received cause = event(1, 0, Optional.empty());
    order.add(cause);
    order.add(event(2, 0, Optional.of(cause.asCause())));
    order.add(event(3, 1, Optional.of(cause.asCause())));

    assertThat(visited()).containsExactly(0, 1, 2);
  }

  @Test
  void aCauseComesBeforeItsEffectAndTakesWhatStandsBeforeItAlong() {
    Decoded.Received cause = event(4, 1, Optional.empty());
    order.add(event(1, 0, Optional.of(cause.asCause())));
    order.add(event(2, 0, Optional.empty()));
    order.add(event(3, 1, Optional.empty()));
    order.add(cause);
    order.add(event(5, 1, Optional.empty()));

    assertThat(visited()).containsExactly(2, 3, 0, 1, 4);
  }

  @Test
  void aCauseThatIsNotThereAndARingAreOrderedAllTheSame() {
    Decoded.Received late = event(9, 0, Optional.empty());
    order.add(event(1, 0, Optional.of(new Cause("nowhere", "c3".repeat(32)))));
    order.add(event(2, 0, Optional.of(late.asCause())));
    order.add(late);

    assertThat(visited()).containsExactly(0, 2, 1);
  }

  private List<Integer> visited() {
    List<Integer> visited = new ArrayList<>();
    order.visit(visited::add);
    return visited;
  }

  private static Decoded.Received event(int revision, int partition, Optional<Cause> cause) {
    WireRecord wire =
        EventCodec.encode(
            new Envelope<>(
                new CampaignPaused("c1", revision), "test", Samples.TIME, cause, Samples.TRACE));
    return (Decoded.Received)
        EventCodec.decode(
            new Position(wire.topic(), partition, revision),
            wire.key(),
            wire.headers(),
            wire.payload());
  }
}
