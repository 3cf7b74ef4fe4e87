package io.espalier.tracker.catalogue;

import io.espalier.campaign.DatasetShape;
import io.espalier.datasets.DatasetCatalogue;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What a campaign can be made of. */
@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
class CatalogueResource {
  private final Studies studies;

  CatalogueResource(Studies studies) {
    this.studies = studies;
  }

  /** A dataset: values per sample and labels. */
  public record DatasetEntry(String name, int inputs, int classes, String description) {}

  @GET
  @Path("studies")
  @Operation(summary = "Campaign files to start from")
  public List<Studies.Study> studies() {
    return studies.all();
  }

  @GET
  @Path("datasets")
  @Operation(summary = "Datasets of the catalogue")
  public List<DatasetEntry> datasets() {
    return DatasetCatalogue.shapes().values().stream()
        .sorted(Comparator.comparing(DatasetShape::name))
        .map(
            d ->
                new DatasetEntry(
                    d.name(),
                    d.inputs(),
                    d.classes(),
                    DatasetCatalogue.descriptions().getOrDefault(d.name(), "")))
        .toList();
  }

  @GET
  @Path("methods")
  @Operation(summary = "Ways in which a branch departs from the dense network")
  public List<Methods.Method> methods() {
    return Methods.all();
  }
}
