package io.espalier.trainer.telling;

import io.espalier.events.Provenance;
import io.espalier.plan.Require;

/**
 * This process as the others see it.
 *
 * @param name unique per process
 * @param slots trainings at once
 * @param device such as {@code cpu}
 * @param softwareVersion version of Espalier
 */
public record Worker(String name, int slots, String device, String softwareVersion) {
  /** One core per training: the same training is bit-identical wherever it runs. */
  private static final int THREADS_PER_TRAINING = 1;

  public Worker {
    Require.text("worker.name", name);
    Require.atLeast("worker.slots", slots, 1);
    Require.text("worker.device", device);
    Require.text("worker.softwareVersion", softwareVersion);
  }

  /** Operating system, processor architecture and Java version. */
  String machine() {
    return System.getProperty("os.name")
        + " "
        + System.getProperty("os.arch")
        + ", Java "
        + Runtime.version().feature();
  }

  /** What each result of this worker says about its origin. */
  Provenance provenance() {
    return new Provenance(name, softwareVersion, device, THREADS_PER_TRAINING, machine());
  }
}
