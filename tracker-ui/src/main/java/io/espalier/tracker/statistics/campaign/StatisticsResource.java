package io.espalier.tracker.statistics.campaign;

import io.espalier.campaign.Problem;
import io.espalier.tracker.csv.CsvTable;
import io.espalier.tracker.statistics.CampaignStatistics;
import io.espalier.tracker.web.Refusal;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Reading the statistics of a campaign. */
@Path("/api/campaigns")
@Blocking
class StatisticsResource {
  private final StatisticsQueries statistics;

  StatisticsResource(StatisticsQueries statistics) {
    this.statistics = statistics;
  }

  @GET
  @Path("{id}/statistics")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "Mean and spread of every step, and paired tests between variants")
  public CampaignStatistics statistics(@RestPath String id) {
    return statistics.of(id).orElseThrow(() -> Refusal.unknown("campaign", id));
  }

  @GET
  @Path("{id}/statistics.csv")
  @Produces(CsvTable.MEDIA_TYPE)
  @Operation(summary = "One of the two tables of the statistics: groups or comparisons")
  public RestResponse<StreamingOutput> csv(
      @RestPath String id, @RestQuery @DefaultValue("groups") String table) {
    CampaignStatistics found = statistics(id);
    return switch (table) {
      case "groups" ->
          StatisticsTables.GROUPS.download(id + "-groups.csv", found.groups().stream());
      case "comparisons" ->
          StatisticsTables.COMPARISONS.download(
              id + "-comparisons.csv", found.comparisons().stream());
      default ->
          throw Refusal.invalid(
              "There is no such table",
              List.of(new Problem("table", table, "groups or comparisons")));
    };
  }
}
