package io.espalier.launcher.client.progress;

import io.espalier.launcher.client.view.Campaign;
import io.espalier.launcher.client.view.Training;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Campaigns and trainings for tests. */
final class Examples {
  static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

  private Examples() {}

  static Campaign campaign(Campaign.State state, Campaign.Counts counts) {
    return new Campaign(
        "c1", "MNIST demo", "mnist", state, NOW.toString(), null, 3, 12, counts, List.of());
  }

  static Campaign running() {
    return campaign(Campaign.State.RUNNING, new Campaign.Counts(3, 2, 4, 1, 0));
  }

  static Training training(String trial, Training.State state, Integer epoch) {
    return new Training(
        trial,
        1,
        7L,
        "784-100-10",
        "dense",
        0,
        "dense",
        0.0,
        state,
        "trainer-1",
        NOW.minusSeconds(20).toString(),
        epoch,
        30,
        0.9612,
        state == Training.State.TRAINED ? 0.9741 : null,
        null,
        state == Training.State.TRAINED ? 62.4 : null,
        state == Training.State.FAILED ? "loss is NaN\nin epoch 3" : null);
  }

  static Training pruned(String trial, Training.State state) {
    return new Training(
        trial,
        1,
        7L,
        "784-100-10",
        "magnitude-class-blinded-80",
        1,
        "magnitude-class-blinded",
        0.8,
        state,
        "trainer-1",
        NOW.minusSeconds(5).toString(),
        2,
        15,
        0.95,
        0.9735,
        0.9123,
        30.0,
        null);
  }

  static Progress progress(Campaign campaign, Training... trainings) {
    return new Progress(
        campaign, List.of(trainings), NOW, Optional.of(Duration.ofSeconds(252)), Duration.ZERO);
  }
}
