package io.espalier.predictor.flow;

import io.espalier.envelope.Decoded;
import io.espalier.events.ScoringEvent;
import io.espalier.events.Topic;
import io.espalier.log.LogReplay;
import io.espalier.log.Topics;
import io.espalier.predictor.proposing.Campaigns;
import io.espalier.predictor.scoring.Scores;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.jboss.logging.Logger;

/**
 * What this service knows: nothing but folds over what was told here, rebuilt at each start before
 * the first record is consumed.
 *
 * <p>Records that come in later and were replayed already change nothing, since both folds ignore
 * repetitions.
 */
@ApplicationScoped
class Memory {
  private static final Logger LOG = Logger.getLogger(Memory.class);
  private static final int BEFORE_CONSUMERS_START = 1;
  private static final List<Topic> REPLAYED =
      List.of(Topic.CAMPAIGNS, Topic.TRAINED, Topic.ARCHITECTURE_PROPOSED, Topic.SCORED);

  private final Map<String, Object> kafka;
  private final Campaigns campaigns;
  private final Scores scores = new Scores();

  Memory(@Identifier("default-kafka-broker") Map<String, Object> kafka, PredictorConfig config) {
    this.kafka = Map.copyOf(kafka);
    this.campaigns = new Campaigns(config.window());
  }

  void rebuild(@Observes @Priority(BEFORE_CONSUMERS_START) StartupEvent start) {
    try (Admin admin = Admin.create(kafka)) {
      Topics.ensure(admin);
    }
    List<ScoringEvent> told = new ArrayList<>();
    LogReplay.replay(
        kafka,
        REPLAYED,
        decoded -> {
          if (decoded instanceof Decoded.Received received && !received.isImported()) {
            campaigns.evolve(received);
            if (received.event() instanceof ScoringEvent scored) {
              told.add(scored);
            }
          }
        });
    scores.rebuild(told);
    LOG.infof("rebuilt %d campaigns and %d scores", campaigns.ids().size(), told.size());
  }

  @Produces
  @Singleton
  Campaigns campaigns() {
    return campaigns;
  }

  @Produces
  @Singleton
  Scores scores() {
    return scores;
  }
}
