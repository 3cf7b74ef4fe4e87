package io.espalier.tracker.audit;

import io.espalier.tracker.trials.Epoch;
import io.espalier.tracker.web.Refusal;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** Reading trials. */
@Path("/api/trials")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
class TrialsResource {
  private final TrialQueries trials;

  TrialsResource(TrialQueries trials) {
    this.trials = trials;
  }

  @GET
  @Path("{trial}")
  @Operation(summary = "A trial with its trainings, pruning steps and chain of events")
  public TrialDetail one(@RestPath String trial) {
    return trials.detail(trial).orElseThrow(() -> Refusal.unknown("trial", trial));
  }

  @GET
  @Path("{trial}/structure")
  @Operation(summary = "The graph of a trial's network in layers, with its features")
  public Structure structure(@RestPath String trial) {
    return trials.structure(trial).orElseThrow(() -> Refusal.unknown("graph of trial", trial));
  }

  @GET
  @Path("{trial}/epochs")
  @Operation(summary = "The metrics of every epoch of a trial's latest attempt")
  public List<Epoch> epochs(@RestPath String trial) {
    return trials.epochs(trial).orElseThrow(() -> Refusal.unknown("trial", trial));
  }
}
