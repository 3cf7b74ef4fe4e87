package io.espalier.trainer.running;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when topics were found right, all slots take work and the broker answers. */
@Readiness
@ApplicationScoped
public class TrainerReadiness implements HealthCheck {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final TrainerLifecycle lifecycle;

  TrainerReadiness(TrainerLifecycle lifecycle) {
    this.lifecycle = lifecycle;
  }

  @Override
  public HealthCheckResponse call() {
    boolean slots = lifecycle.run().filter(TrainerRun::isServing).isPresent();
    boolean broker = lifecycle.run().filter(r -> r.isBrokerReachable(PATIENCE)).isPresent();
    return HealthCheckResponse.named("takes work from the broker")
        .withData("slots take work", slots)
        .withData("broker answers", broker)
        .status(slots && broker)
        .build();
  }
}
