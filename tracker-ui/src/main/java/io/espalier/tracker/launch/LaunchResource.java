package io.espalier.tracker.launch;

import io.espalier.campaign.CampaignFile;
import io.espalier.campaign.CampaignReading;
import io.espalier.campaign.CampaignSpec;
import io.espalier.campaign.Problem;
import io.espalier.datasets.DatasetCatalogue;
import io.espalier.structure.prior.DrawnNetworks;
import io.espalier.tracker.web.Refusal;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Launching campaigns from campaign files. */
@Path("/api/campaigns")
@Produces(MediaType.APPLICATION_JSON)
@Consumes({MediaType.APPLICATION_JSON, "application/yaml", "application/x-yaml", "text/yaml"})
@Blocking
class LaunchResource {
  private final Decisions decisions;
  private final DatasetCatalogue datasets;

  LaunchResource(Decisions decisions, DatasetCatalogue datasets) {
    this.decisions = decisions;
    this.datasets = datasets;
  }

  /** What was launched. */
  public record Launched(String id, int trials, int trainings) {}

  /** What a campaign would come to. */
  public record Extent(int trials, int trainings, int trainingsPerTrial) {}

  @POST
  @Operation(summary = "Launch a campaign; a refused one comes back with every problem")
  public RestResponse<Launched> launch(byte[] file) {
    CampaignSpec spec = read(file);
    String id = decisions.launch(spec);
    return ResponseBuilder.ok(new Launched(id, spec.trials(), spec.trainings()))
        .status(RestResponse.Status.CREATED)
        .location(URI.create("/api/campaigns/" + id))
        .build();
  }

  @POST
  @Path("check")
  @Operation(summary = "Check a campaign without launching it")
  public Extent check(byte[] file) {
    CampaignSpec spec = read(file);
    return new Extent(spec.trials(), spec.trainings(), spec.trainings() / spec.trials());
  }

  private CampaignSpec read(byte[] file) {
    CampaignReading reading = CampaignFile.read(Utf8.text(file), datasets.shapes());
    if (reading instanceof CampaignReading.Refused refused) {
      throw Refusal.invalid("The campaign is refused", refused.problems());
    }
    CampaignSpec spec = ((CampaignReading.Accepted) reading).spec();
    List<Problem> undrawable = DrawnNetworks.problems(spec);
    if (!undrawable.isEmpty()) {
      throw Refusal.invalid("The campaign is refused", undrawable);
    }
    return spec;
  }
}
