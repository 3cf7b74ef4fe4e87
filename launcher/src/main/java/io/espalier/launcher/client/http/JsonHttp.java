package io.espalier.launcher.client.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.espalier.campaign.Problem;
import io.espalier.envelope.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Requests with JSON answers to one server, straight and without a proxy: it is on loopback. */
final class JsonHttp {
  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration ANSWER = Duration.ofSeconds(15);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .proxy(HttpClient.Builder.NO_PROXY)
          .connectTimeout(CONNECT)
          .build();
  private final String server;
  private final String base;

  /**
   * @param server what the server is called in messages
   * @param base its address, such as {@code http://127.0.0.1:8080}
   */
  JsonHttp(String server, String base) {
    this.server = server;
    this.base = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
  }

  /** A request to a path of this server, to be completed by the caller. */
  HttpRequest.Builder request(String path) throws RequestFailed {
    try {
      return HttpRequest.newBuilder(URI.create(base + path))
          .timeout(ANSWER)
          .header("Accept", "application/json, application/problem+json");
    } catch (IllegalArgumentException e) {
      throw RequestFailed.noAnswer("'" + base + "' is no address of " + server, e);
    }
  }

  /** Sends a request; the answer is read as {@code type}. */
  <T> T send(HttpRequest request, TypeReference<T> type)
      throws RequestFailed, InterruptedException {
    String where = request.method() + " " + request.uri().getPath();
    HttpResponse<String> response = exchange(request);
    if (response.statusCode() / 100 != 2) {
      throw refused(where, response);
    }
    try {
      return Json.mapper().readValue(response.body(), type);
    } catch (JsonProcessingException e) {
      throw RequestFailed.answered(
          server + " answered " + where + " unreadably: " + e.getOriginalMessage(),
          response.statusCode(),
          List.of());
    }
  }

  private HttpResponse<String> exchange(HttpRequest request)
      throws RequestFailed, InterruptedException {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (HttpTimeoutException e) {
      throw RequestFailed.noAnswer(
          server + " at " + base + " did not answer within " + ANSWER.toSeconds() + " s", e);
    } catch (IOException e) {
      throw RequestFailed.noAnswer(server + " at " + base + " cannot be reached", e);
    }
  }

  private RequestFailed refused(String where, HttpResponse<String> response) {
    String detail = "";
    List<Problem> problems = new ArrayList<>();
    try {
      JsonNode document = Json.mapper().readTree(response.body());
      String title = document.path("title").asText("");
      String said = document.path("detail").asText("");
      detail = Stream.of(title, said).filter(t -> !t.isEmpty()).collect(Collectors.joining(", "));
      for (JsonNode p : document.path("problems")) {
        problems.add(
            new Problem(
                p.path("field").asText(), p.path("value").asText(), p.path("allowed").asText()));
      }
    } catch (JsonProcessingException noDocument) {
      detail = "no reason that can be read";
    }
    return RequestFailed.answered(
        server
            + " answered "
            + where
            + " with "
            + response.statusCode()
            + (detail.isEmpty() ? "" : ": " + detail),
        response.statusCode(),
        problems);
  }
}
