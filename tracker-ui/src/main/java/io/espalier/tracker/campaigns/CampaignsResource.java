package io.espalier.tracker.campaigns;

import io.espalier.tracker.trials.Training;
import io.espalier.tracker.web.Refusal;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** Reading campaigns. */
@Path("/api/campaigns")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
class CampaignsResource {
  private final CampaignQueries campaigns;

  CampaignsResource(CampaignQueries campaigns) {
    this.campaigns = campaigns;
  }

  @GET
  @Operation(summary = "All campaigns, the latest first")
  public List<CampaignSummary> all() {
    return campaigns.all();
  }

  @GET
  @Path("{id}")
  @Operation(summary = "A campaign with its file and its results")
  public CampaignDetail one(@RestPath String id) {
    return campaigns.detail(id).orElseThrow(() -> Refusal.unknown("campaign", id));
  }

  @GET
  @Path("{id}/trainings")
  @Operation(summary = "Every training of a campaign's trials, with its state")
  public List<Training> trainings(@RestPath String id) {
    if (campaigns.summary(id).isEmpty()) {
      throw Refusal.unknown("campaign", id);
    }
    return campaigns.trainings(id);
  }
}
