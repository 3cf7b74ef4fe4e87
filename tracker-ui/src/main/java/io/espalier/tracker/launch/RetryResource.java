package io.espalier.tracker.launch;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

/** Running trials again. */
@Path("/api/trials")
@Blocking
class RetryResource {
  private static final int ACCEPTED = 202;

  private final Decisions decisions;

  RetryResource(Decisions decisions) {
    this.decisions = decisions;
  }

  @POST
  @Path("{trial}/retry")
  @ResponseStatus(ACCEPTED)
  @Operation(summary = "Run a trial again from the start")
  public void retry(@RestPath String trial) {
    decisions.retry(trial);
  }
}
