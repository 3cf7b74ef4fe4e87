package io.espalier.trainer.training;

import io.espalier.artifacts.store.DirectoryArtifactStore;
import io.espalier.datasets.DatasetCatalogue;
import io.espalier.networks.order.NetworkTraining;
import io.espalier.networks.order.Training;
import io.espalier.networks.trainer.Networks;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the trainings of this process; cheap, because nothing is loaded yet. */
@Dependent
class TrainingProducer {

  @Produces
  @Singleton
  Training training(
      @ConfigProperty(name = "espalier.artifacts.dir") Path artifacts,
      @ConfigProperty(name = "espalier.datasets.dir") Path datasets) {
    return new NetworkTraining(
        new Networks(),
        new DirectoryArtifactStore(artifacts),
        new DatasetCatalogue(datasets),
        UnaryOperator.identity());
  }
}
