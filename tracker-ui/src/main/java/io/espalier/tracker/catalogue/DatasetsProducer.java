package io.espalier.tracker.catalogue;

import io.espalier.datasets.DatasetCatalogue;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The catalogue of the trainers' directory; nothing is loaded from it here. */
@Dependent
class DatasetsProducer {

  @Produces
  @Singleton
  DatasetCatalogue catalogue(@ConfigProperty(name = "espalier.datasets.dir") Path directory) {
    return new DatasetCatalogue(directory);
  }
}
