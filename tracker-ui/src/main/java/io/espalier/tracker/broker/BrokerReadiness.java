package io.espalier.tracker.broker;

import io.espalier.log.Topics;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Makes the topics before anything reads them; ready while the broker answers. */
@Readiness
@ApplicationScoped
class BrokerReadiness implements HealthCheck {
  private final KafkaClients clients;
  private final TrainersGroup group;

  BrokerReadiness(KafkaClients clients, TrainersGroup group) {
    this.clients = clients;
    this.group = group;
  }

  void ensureTopics(@Observes @Priority(1) StartupEvent start) {
    Topics.ensure(clients.admin());
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("broker and topics").status(group.brokerAnswers()).build();
  }
}
