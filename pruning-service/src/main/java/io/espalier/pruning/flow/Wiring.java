package io.espalier.pruning.flow;

import io.espalier.artifacts.store.DirectoryArtifactStore;
import io.espalier.datasets.DatasetCatalogue;
import io.espalier.events.Provenance;
import io.espalier.networks.trainer.Networks;
import io.espalier.pruning.saliency.Saliencies;
import io.espalier.pruning.saliency.Saliency;
import io.espalier.pruning.schedule.Told;
import io.espalier.pruning.step.DatasetEvaluation;
import io.espalier.pruning.step.PruningStep;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.ServiceLoader;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Builds the plain objects of this service from its configuration. */
@Singleton
class Wiring {

  @Produces
  @Singleton
  Told told() {
    return new Told();
  }

  @Produces
  @Singleton
  PruningStep pruningStep(
      ArtifactsConfig artifacts,
      DatasetsConfig datasets,
      @ConfigProperty(name = "quarkus.application.version") String version) {
    return new PruningStep(
        new DirectoryArtifactStore(artifacts.dir()),
        Saliencies.builtIn().and(plugins()),
        new DatasetEvaluation(new DatasetCatalogue(datasets.dir()), Networks::new),
        new Provenance(
            Publisher.SERVICE + "-" + ProcessHandle.current().pid(), version, "cpu", 1, machine()));
  }

  /** Those of the jars on the class path. */
  private static List<Saliency> plugins() {
    return ServiceLoader.load(Saliency.class).stream().map(ServiceLoader.Provider::get).toList();
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
