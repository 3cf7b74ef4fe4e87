package io.espalier.trainer.running;

import io.espalier.networks.order.Training;
import io.espalier.trainer.orders.History;
import io.espalier.trainer.telling.Worker;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the worker's identity and its view of the history. */
@Dependent
class WorkerProducer {

  @Produces
  @Singleton
  Worker worker(
      TrainerConfig config,
      Training training,
      @ConfigProperty(name = "quarkus.application.version") String version) {
    return new Worker(
        config.name().orElseGet(WorkerProducer::uniqueName),
        config.slots().orElseGet(Runtime.getRuntime()::availableProcessors),
        training.device(),
        version);
  }

  @Produces
  @Singleton
  History history() {
    return new History();
  }

  private static String uniqueName() {
    HexFormat hex = HexFormat.of();
    return host()
        + "-"
        + ProcessHandle.current().pid()
        + "-"
        + hex.toHexDigits(ThreadLocalRandom.current().nextLong(), 4);
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      // Only part of a readable name; the process id and the random part make it unique.
      return "worker";
    }
  }
}
