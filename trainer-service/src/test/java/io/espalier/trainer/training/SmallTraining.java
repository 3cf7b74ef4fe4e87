package io.espalier.trainer.training;

import io.espalier.artifacts.store.DirectoryArtifactStore;
import io.espalier.datasets.DatasetCatalogue;
import io.espalier.networks.order.NetworkTraining;
import io.espalier.networks.order.Training;
import io.espalier.networks.trainer.Networks;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** In tests, trainings see the first samples of a dataset only. */
@Dependent
public class SmallTraining {
  private static final int TRAINING_SAMPLES = 2000;
  private static final int OTHER_SAMPLES = 500;

  @Produces
  @Singleton
  @Alternative
  @Priority(1)
  Training training(@ConfigProperty(name = "espalier.artifacts.dir") Path artifacts) {
    return new NetworkTraining(
        new Networks(),
        new DirectoryArtifactStore(artifacts),
        new DatasetCatalogue(artifacts.resolveSibling("datasets")),
        dataset -> dataset.first(TRAINING_SAMPLES, OTHER_SAMPLES, OTHER_SAMPLES));
  }
}
