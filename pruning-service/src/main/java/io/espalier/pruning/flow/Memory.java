package io.espalier.pruning.flow;

import io.espalier.envelope.Decoded;
import io.espalier.events.PruningEvent;
import io.espalier.events.Topic;
import io.espalier.log.LogReplay;
import io.espalier.log.Topics;
import io.espalier.pruning.schedule.Told;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.jboss.logging.Logger;

/** Rebuilds at each start, before the first record is consumed, what this service told earlier. */
@ApplicationScoped
class Memory {
  private static final Logger LOG = Logger.getLogger(Memory.class);
  private static final int BEFORE_CONSUMERS_START = 1;

  private final Map<String, Object> kafka;
  private final Told told;

  Memory(@Identifier("default-kafka-broker") Map<String, Object> kafka, Told told) {
    this.kafka = Map.copyOf(kafka);
    this.told = told;
  }

  void rebuild(@Observes @Priority(BEFORE_CONSUMERS_START) StartupEvent start) {
    try (Admin admin = Admin.create(kafka)) {
      Topics.ensure(admin);
    }
    LogReplay.replay(
        kafka,
        List.of(Topic.PRUNED),
        decoded -> {
          if (decoded instanceof Decoded.Received received
              && !received.isImported()
              && received.event() instanceof PruningEvent event) {
            told.evolve(event);
          }
        });
    LOG.infof("%d events were told before", told.size());
  }
}
