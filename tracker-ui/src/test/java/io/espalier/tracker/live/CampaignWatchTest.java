package io.espalier.tracker.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.espalier.tracker.fold.Changes;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CampaignWatchTest {
  private final LiveHub hub = new LiveHub();
  private final CampaignWatch watch = hub.watchCampaign("c");

  @Test
  void changesBetweenTwoLooksAreOneChange() {
    hub.publish(new Changes(Map.of("c", Set.of("t1"))));
    hub.publish(new Changes(Map.of("c", Set.of("t1", "t2"))));
    assertThat(watch.take(10)).contains(Set.of("t1", "t2"));
    assertThat(watch.take(10)).isEmpty();
  }

  @Test
  void aCampaignMayChangeWithoutItsRows() {
    hub.publish(new Changes(Map.of("c", Set.of())));
    assertThat(watch.take(10)).contains(Set.of());
  }

  @Test
  void manyRowsAreTakenBitByBitAndNoneIsLost() {
    hub.publish(new Changes(Map.of("c", Set.of("t1", "t2", "t3"))));
    Set<String> taken = new HashSet<>(watch.take(2).orElseThrow());
    assertThat(taken).hasSize(2);
    taken.addAll(watch.take(2).orElseThrow());
    assertThat(taken).containsExactlyInAnyOrder("t1", "t2", "t3");
    assertThat(watch.take(2)).isEmpty();
  }

  @Test
  void otherCampaignsAndClosedWatchesAreNotTold() {
    hub.publish(new Changes(Map.of("other", Set.of("t1"))));
    assertThat(watch.take(10)).isEmpty();
    hub.close(watch);
    hub.publish(new Changes(Map.of("c", Set.of("t1"))));
    assertThat(watch.take(10)).isEmpty();
  }
}
