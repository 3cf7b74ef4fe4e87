package io.espalier.tracker.audit;

import io.espalier.tracker.campaigns.Campaign;
import io.espalier.tracker.web.Refusal;
import io.smallrye.common.annotation.Blocking;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

/** Verifying the history of a campaign. */
@Path("/api/campaigns/{campaign}/audit")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Transactional
class AuditResource {
  private static final int ACCEPTED = 202;

  private final Audits audits;

  AuditResource(Audits audits) {
    this.audits = audits;
  }

  @POST
  @ResponseStatus(ACCEPTED)
  @Operation(summary = "Verify a campaign's history in the background; one run at a time")
  public AuditState start(@RestPath String campaign) {
    return audits.start(known(campaign));
  }

  @GET
  @Operation(summary = "How far the verification of a campaign is, and what it came to")
  public AuditState state(@RestPath String campaign) {
    return audits.state(known(campaign));
  }

  private static String known(String campaign) {
    if (Campaign.findByIdOptional(campaign).isEmpty()) {
      throw Refusal.unknown("campaign", campaign);
    }
    return campaign;
  }
}
