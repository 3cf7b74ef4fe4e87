package io.espalier.trainer.flow;

import io.espalier.events.TrainingEvent.FailureReason;
import io.espalier.networks.order.EpochReport;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Locale;

/**
 * Counts trainings by outcome, and measures how long they take and how fast samples are learned.
 */
@ApplicationScoped
public class TrainingMetrics {
  private final MeterRegistry registry;
  private final Timer seconds;
  private final DistributionSummary samplesPerSecond;

  TrainingMetrics(MeterRegistry registry) {
    this.registry = registry;
    this.seconds =
        Timer.builder("espalier.training").description("Wall time of trainings").register(registry);
    this.samplesPerSecond =
        DistributionSummary.builder("espalier.training.samples.per.second")
            .description("Training samples per second of training time, per epoch")
            .register(registry);
  }

  void epochFinished(EpochReport epoch) {
    samplesPerSecond.record(epoch.samplesPerSecond());
  }

  void trained(double wallSeconds) {
    seconds.record(Duration.ofMillis(Math.round(wallSeconds * 1000)));
    count("trained");
  }

  void failed(FailureReason reason) {
    count(reason.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  void cancelled() {
    count("cancelled");
  }

  private void count(String outcome) {
    registry.counter("espalier.trainings", "outcome", outcome).increment();
  }
}
