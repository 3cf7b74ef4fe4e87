package io.espalier.tracker.workers;

import io.espalier.campaign.Problem;
import io.espalier.tracker.web.Refusal;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Workers and their number. */
@Path("/api/workers")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
class WorkersResource {
  private static final int ACCEPTED = 202;
  private static final int MOST = 64;

  private final WorkerQueries workers;
  private final LauncherControl control;

  WorkersResource(WorkerQueries workers, LauncherControl control) {
    this.workers = workers;
    this.control = control;
  }

  /** How many trainers are wanted. */
  public record Scale(Integer trainers) {}

  @GET
  @Operation(summary = "Who works on what, how much is queued")
  public WorkersView all() {
    return workers.view();
  }

  @POST
  @Path("scale")
  @Consumes(MediaType.APPLICATION_JSON)
  @ResponseStatus(ACCEPTED)
  @Operation(summary = "Ask the launcher for another number of trainers")
  public void scale(Scale wanted) throws InterruptedException {
    Integer trainers = wanted == null ? null : wanted.trainers();
    if (trainers == null || trainers < 0 || trainers > MOST) {
      throw Refusal.invalid(
          "The number of trainers is refused",
          List.of(
              new Problem(
                  "trainers",
                  trainers == null ? "(missing)" : trainers.toString(),
                  "a whole number from 0 to " + MOST)));
    }
    if (!control.available()) {
      throw Refusal.conflict(
          "Trainers cannot be scaled from here",
          "no launcher started this server; run 'docker compose up --scale trainer-service="
              + trainers
              + "' or 'kubectl scale deployment/trainer-service --replicas="
              + trainers
              + "'");
    }
    try {
      control.scale(trainers);
    } catch (IOException e) {
      throw Refusal.unavailable(
          "The launcher did not scale the trainers", String.valueOf(e.getMessage()));
    }
  }
}
