package io.espalier.tracker.catalogue;

import io.espalier.campaign.SampleShape;
import io.espalier.datasets.CatalogueEntry;
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
  private final DatasetCatalogue datasets;

  CatalogueResource(Studies studies, DatasetCatalogue datasets) {
    this.studies = studies;
    this.datasets = datasets;
  }

  /**
   * A dataset.
   *
   * @param kind {@code vector}, {@code image} or {@code sequence}
   * @param inputs values per sample; of sequences, the most tokens of one
   * @param classes number of labels
   */
  public record DatasetEntry(
      String name, String kind, int inputs, int classes, int samples, String description) {

    static DatasetEntry of(CatalogueEntry entry) {
      SampleShape shape = entry.shape().samples();
      return new DatasetEntry(
          entry.name(),
          shape.kind(),
          shape.match(
              SampleShape.Vector::inputs, SampleShape.Image::inputs, SampleShape.Sequence::longest),
          entry.shape().classes(),
          entry.samples(),
          entry.description());
    }
  }

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
    return datasets.entries().stream()
        .sorted(Comparator.comparing(CatalogueEntry::name))
        .map(DatasetEntry::of)
        .toList();
  }

  @GET
  @Path("catalogue")
  @Operation(summary = "What pruning methods are put together from")
  public Methods catalogue() {
    return Methods.all();
  }
}
