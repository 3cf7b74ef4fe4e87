package io.espalier.tracker.live;

import io.espalier.tracker.campaigns.CampaignQueries;
import io.espalier.tracker.web.Refusal;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** A campaign as server-sent events. */
@Path("/api/campaigns")
class CampaignLiveResource {
  private final LiveStreams streams;
  private final CampaignQueries campaigns;

  CampaignLiveResource(LiveStreams streams, CampaignQueries campaigns) {
    this.streams = streams;
    this.campaigns = campaigns;
  }

  @GET
  @Blocking
  @Path("{id}/live")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Operation(summary = "Events 'training' (one row) and 'campaign' (its detail) on every change")
  public Multi<OutboundSseEvent> campaign(@RestPath String id, @Context Sse sse) {
    if (campaigns.summary(id).isEmpty()) {
      throw Refusal.unknown("campaign", id);
    }
    return streams.campaign(id, sse);
  }
}
