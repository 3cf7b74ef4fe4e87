package io.espalier.trainer.following;

import static org.assertj.core.api.Assertions.assertThat;

import io.espalier.embedded.EmbeddedBroker;
import io.espalier.events.CampaignEvent.CampaignStopped;
import io.espalier.events.Event;
import io.espalier.events.Topic;
import io.espalier.log.Topics;
import io.espalier.trainer.fixtures.Log;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFollowerIT {

  @Test
  void whatHappenedHereIsHandedOnAndWhatWasImportedIsNot(@TempDir Path dir)
      throws InterruptedException {
    try (EmbeddedBroker broker = EmbeddedBroker.start(dir)) {
      Map<String, Object> client = Map.of("bootstrap.servers", broker.bootstrapServers());
      try (Admin admin = Admin.create(client)) {
        Topics.ensure(admin);
      }
      BlockingQueue<Event> heard = new LinkedBlockingQueue<>();
      Event before = new CampaignStopped("c1", 1);
      Event after = new CampaignStopped("c1", 4);
      try (Log log = new Log(broker.bootstrapServers(), List.of())) {
        log.tellImported(new CampaignStopped("c1", 2));
        log.tell(before);
        LogFollower follower = LogFollower.start(client, List.of(Topic.CAMPAIGNS), heard::add);
        try {
          assertThat(heard).containsExactly(before);
          heard.clear();

          log.tellImported(new CampaignStopped("c1", 3));
          log.tell(after);

          assertThat(heard.poll(30, TimeUnit.SECONDS)).isEqualTo(after);
        } finally {
          follower.close();
        }
      }
    }
  }
}
