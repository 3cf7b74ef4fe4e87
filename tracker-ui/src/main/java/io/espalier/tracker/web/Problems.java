package io.espalier.tracker.web;

import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Tells refusals as problem documents. */
class Problems {
  @ServerExceptionMapper
  Response refusal(Refusal refusal) {
    return Response.status(refusal.document().status())
        .type(ProblemDocument.MEDIA_TYPE)
        .entity(refusal.document())
        .build();
  }
}
