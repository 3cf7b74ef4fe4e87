package io.espalier.tracker.steps;

import io.espalier.tracker.campaigns.CampaignQueries;
import io.espalier.tracker.csv.CsvTable;
import io.espalier.tracker.web.Paging;
import io.espalier.tracker.web.Refusal;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Reading the pruning steps of a campaign. */
@Path("/api/campaigns")
@Blocking
class StepsResource {
  private static final int ROWS_AT_ONCE = 500;

  private final CampaignSteps steps;
  private final CampaignQueries campaigns;

  StepsResource(CampaignSteps steps, CampaignQueries campaigns) {
    this.steps = steps;
    this.campaigns = campaigns;
  }

  /** A page of steps; {@code total} counts those of all pages. */
  public record StepsPage(int page, int size, long total, List<PruningStepRow> steps) {}

  @GET
  @Path("{id}/steps")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "The pruning steps of the trials' latest attempts, a page of at most 1000")
  public StepsPage page(@RestPath String id, @RestQuery Integer page, @RestQuery Integer size) {
    Paging paging = Paging.of(page, size);
    require(id);
    return new StepsPage(
        paging.page(),
        paging.size(),
        steps.count(id),
        steps.page(id, paging.page(), paging.size()));
  }

  @GET
  @Path("{id}/steps.csv")
  @Produces(CsvTable.MEDIA_TYPE)
  @Operation(summary = "The pruning steps of the trials' latest attempts, one line each")
  public RestResponse<StreamingOutput> csv(@RestPath String id) {
    require(id);
    List<String> all = steps.all(id);
    Stream<PruningStepRow> rows =
        IntStream.iterate(0, from -> from < all.size(), from -> from + ROWS_AT_ONCE)
            .mapToObj(from -> all.subList(from, Math.min(all.size(), from + ROWS_AT_ONCE)))
            .flatMap(ids -> steps.rows(ids).stream());
    return StepTable.with(steps.features(id)).download(id + "-steps.csv", rows);
  }

  private void require(String campaign) {
    if (campaigns.summary(campaign).isEmpty()) {
      throw Refusal.unknown("campaign", campaign);
    }
  }
}
