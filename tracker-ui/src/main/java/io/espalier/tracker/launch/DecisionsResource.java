package io.espalier.tracker.launch;

import io.espalier.tracker.launch.Decisions.Kind;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

/** Deciding about campaigns that run. */
@Path("/api/campaigns")
@Blocking
class DecisionsResource {
  private static final int ACCEPTED = 202;

  private final Decisions decisions;

  DecisionsResource(Decisions decisions) {
    this.decisions = decisions;
  }

  @POST
  @Path("{id}/pause")
  @ResponseStatus(ACCEPTED)
  @Operation(summary = "Propose no further trials; those under way go on")
  public void pause(@RestPath String id) {
    decisions.decide(id, Kind.PAUSE);
  }

  @POST
  @Path("{id}/resume")
  @ResponseStatus(ACCEPTED)
  @Operation(summary = "Go on after a pause")
  public void resume(@RestPath String id) {
    decisions.decide(id, Kind.RESUME);
  }

  @POST
  @Path("{id}/stop")
  @ResponseStatus(ACCEPTED)
  @Operation(summary = "End a campaign for good")
  public void stop(@RestPath String id) {
    decisions.decide(id, Kind.STOP);
  }
}
