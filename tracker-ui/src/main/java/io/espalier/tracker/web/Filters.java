package io.espalier.tracker.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;

/** Puts the guard before, and the pages of the single-page application behind, every route. */
@ApplicationScoped
class Filters {
  private static final int GUARD_FIRST = 1000;
  private static final int THEN_PAGES = 900;

  private final RequestGuard guard;
  private final ObjectMapper json;

  Filters(WebConfig config, ObjectMapper json) {
    this.guard = new RequestGuard(config.hosts());
    this.json = json;
  }

  void register(@Observes io.quarkus.vertx.http.runtime.filters.Filters filters) {
    filters.register(this::guard, GUARD_FIRST);
    filters.register(Filters::page, THEN_PAGES);
  }

  private void guard(RoutingContext context) {
    HttpServerRequest request = context.request();
    Optional<String> refused =
        Pages.probe(request.path())
            ? Optional.empty()
            : guard.refuses(
                request.method().name(),
                request.getHeader("Host"),
                request.getHeader("Origin"),
                request.getHeader("Sec-Fetch-Site"));
    if (refused.isEmpty()) {
      context.response().putHeader("X-Content-Type-Options", "nosniff");
      context.response().putHeader("X-Frame-Options", "DENY");
      context.next();
      return;
    }
    context
        .response()
        .setStatusCode(403)
        .putHeader("Content-Type", ProblemDocument.MEDIA_TYPE)
        .end(document(refused.get()));
  }

  private static void page(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (request.method().name().equals("GET") && Pages.client(request.path())) {
      context.reroute("/");
    } else {
      context.next();
    }
  }

  private String document(String detail) {
    try {
      return json.writeValueAsString(
          new ProblemDocument(
              "urn:espalier:problem:forbidden", "Not allowed", 403, detail, List.of()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
