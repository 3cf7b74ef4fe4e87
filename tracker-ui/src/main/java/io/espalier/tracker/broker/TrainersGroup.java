package io.espalier.tracker.broker;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.ShareGroupDescription;
import org.apache.kafka.clients.admin.ShareMemberDescription;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.jboss.logging.Logger;

/**
 * Who is in the trainers' share group, asked of the broker every second. A killed worker drops out
 * of it within the group's session time-out.
 */
@ApplicationScoped
public class TrainersGroup {
  private static final Logger LOG = Logger.getLogger(TrainersGroup.class);
  private static final String GROUP = "trainers";
  private static final Duration FRESH = Duration.ofSeconds(10);

  private final KafkaClients clients;
  private volatile Answer last = new Answer(Set.of(), Instant.EPOCH);

  TrainersGroup(KafkaClients clients) {
    this.clients = clients;
  }

  private record Answer(Set<String> clientIds, Instant at) {}

  /** Client ids of the members as of the last answer: {@code <worker>-<slot>}. */
  public Set<String> clientIds() {
    return last.clientIds();
  }

  /** Whether the broker has answered in the last ten seconds. */
  public boolean brokerAnswers() {
    return last.at().isAfter(Instant.now().minus(FRESH));
  }

  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void ask() {
    try {
      ShareGroupDescription group =
          clients
              .admin()
              .describeShareGroups(List.of(GROUP))
              .describedGroups()
              .get(GROUP)
              .get(5, TimeUnit.SECONDS);
      last =
          new Answer(
              group.members().stream()
                  .map(ShareMemberDescription::clientId)
                  .collect(Collectors.toUnmodifiableSet()),
              Instant.now());
    } catch (ExecutionException e) {
      if (e.getCause() instanceof GroupIdNotFoundException) {
        last = new Answer(Set.of(), Instant.now());
      } else {
        LOG.warnf("the broker does not tell who trains: %s", e.getCause().getMessage());
      }
    } catch (TimeoutException e) {
      LOG.warn("the broker does not tell who trains: no answer within 5 s");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
