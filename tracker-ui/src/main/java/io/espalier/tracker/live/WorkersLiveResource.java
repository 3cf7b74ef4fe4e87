package io.espalier.tracker.live;

import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The workers as server-sent events. */
@Path("/api/workers")
class WorkersLiveResource {
  private final LiveStreams streams;

  WorkersLiveResource(LiveStreams streams) {
    this.streams = streams;
  }

  @GET
  @Path("live")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Operation(summary = "Event 'workers' on every change")
  public Multi<OutboundSseEvent> workers(@Context Sse sse) {
    return streams.workers(sse);
  }
}
