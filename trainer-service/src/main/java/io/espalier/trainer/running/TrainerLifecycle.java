package io.espalier.trainer.running;

import io.espalier.trainer.orders.History;
import io.espalier.trainer.share.Work;
import io.espalier.trainer.telling.Worker;
import io.espalier.trainer.telling.WorkerReports;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Takes work when the service is up, and ends in order: what is being trained goes back to the
 * group, then the worker says that it left.
 */
@ApplicationScoped
public class TrainerLifecycle {
  private static final Logger LOG = Logger.getLogger(TrainerLifecycle.class);

  private final Map<String, Object> client;
  private final TrainerConfig config;
  private final Worker worker;
  private final WorkerReports reports;
  private volatile TrainerRun run;

  TrainerLifecycle(
      @Identifier("default-kafka-broker") Map<String, Object> client,
      TrainerConfig config,
      Worker worker,
      WorkerReports reports) {
    this.client = client;
    this.config = config;
    this.worker = worker;
    this.reports = reports;
  }

  void start(@Observes StartupEvent event, Work work, History history) {
    TrainerRun.Preparation prepared = TrainerRun.prepare(client, config.lock(), history);
    reports.joined();
    run = prepared.run(worker.name(), worker.slots(), work);
    LOG.infof("worker %s takes work in %d slots", worker.name(), worker.slots());
  }

  void stop(@Observes ShutdownEvent event) {
    TrainerRun ending = run;
    if (ending != null) {
      run = null;
      ending.close();
      reports.left("shutdown");
    }
  }

  /** The run that takes work at present; empty before the start and after the end. */
  Optional<TrainerRun> run() {
    return Optional.ofNullable(run);
  }
}
