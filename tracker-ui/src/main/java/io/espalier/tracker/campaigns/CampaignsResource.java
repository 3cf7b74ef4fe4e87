package io.espalier.tracker.campaigns;

import io.espalier.tracker.trials.Training;
import io.espalier.tracker.web.Paging;
import io.espalier.tracker.web.Refusal;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

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
  @Operation(summary = "The trainings of a campaign's trials: a page if one is asked for, else all")
  public List<Training> trainings(
      @RestPath String id, @RestQuery Integer page, @RestQuery Integer size) {
    Paging paging = Paging.of(page, size);
    if (campaigns.summary(id).isEmpty()) {
      throw Refusal.unknown("campaign", id);
    }
    return page == null && size == null
        ? campaigns.trainings(id)
        : campaigns.trainings(id, paging.page(), paging.size());
  }
}
