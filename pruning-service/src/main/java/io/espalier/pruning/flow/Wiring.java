package io.espalier.pruning.flow;

import io.espalier.artifacts.store.DirectoryArtifactStore;
import io.espalier.datasets.DatasetCatalogue;
import io.espalier.events.Provenance;
import io.espalier.networks.trainer.Networks;
import io.espalier.pruning.plugin.Plugins;
import io.espalier.pruning.saliency.Saliencies;
import io.espalier.pruning.schedule.Told;
import io.espalier.pruning.step.DatasetEvaluation;
import io.espalier.pruning.step.PruningStep;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Builds the plain objects of this service from its configuration. */
@Singleton
class Wiring {
  private static final int BEFORE_THE_LOG_IS_READ = 0;

  @Produces
  @Singleton
  Told told() {
    return new Told();
  }

  /** At the start, so that a jar that cannot be used is told before anything is pruned. */
  @Produces
  @Singleton
  @Startup(BEFORE_THE_LOG_IS_READ)
  Saliencies saliencies(PluginsConfig config) {
    return Saliencies.builtIn().and(config.dir().map(Plugins::in).orElse(List.of()));
  }

  @Produces
  @Singleton
  PruningStep pruningStep(
      ArtifactsConfig artifacts,
      DatasetsConfig datasets,
      Saliencies saliencies,
      @ConfigProperty(name = "quarkus.application.version") String version) {
    return new PruningStep(
        new DirectoryArtifactStore(artifacts.dir()),
        saliencies,
        new DatasetEvaluation(new DatasetCatalogue(datasets.dir()), Networks::new),
        new Provenance(
            Publisher.SERVICE + "-" + ProcessHandle.current().pid(), version, "cpu", 1, machine()));
  }

  private static String machine() {
    return String.join(
        " ",
        System.getProperty("os.name"),
        System.getProperty("os.arch"),
        "Java",
        System.getProperty("java.version"));
  }
}
