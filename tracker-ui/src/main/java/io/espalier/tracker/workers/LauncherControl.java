package io.espalier.tracker.workers;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.OptionalInt;
import org.jboss.logging.Logger;

/** Asks the launcher how many trainers it runs, and tells it how many it should. */
@ApplicationScoped
class LauncherControl {
  private static final Logger LOG = Logger.getLogger(LauncherControl.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final ControlConfig config;
  private final ObjectMapper json;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private volatile OptionalInt trainers = OptionalInt.empty();

  LauncherControl(ControlConfig config, ObjectMapper json) {
    this.config = config;
    this.json = json;
  }

  /** Whether a launcher is configured. */
  boolean available() {
    return config.url().isPresent();
  }

  /** The number of trainers as of the last answer, else {@code living}. */
  WorkersView.Scaling scaling(int living) {
    return new WorkersView.Scaling(available(), trainers.orElse(living));
  }

  /**
   * Asks for {@code count} trainers.
   *
   * @throws IOException if the launcher does not answer or refuses; the message says what it said
   */
  void scale(int count) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client.send(
            request("/trainers")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"count\":" + count + "}"))
                .build(),
            BodyHandlers.ofString());
    if (answer.statusCode() / 100 != 2) {
      throw new IOException(answer.statusCode() + " " + answer.body());
    }
    trainers = OptionalInt.of(count);
  }

  @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void ask() {
    if (!available()) {
      return;
    }
    try {
      HttpResponse<String> answer =
          client.send(request("/status").GET().build(), BodyHandlers.ofString());
      if (answer.statusCode() == 200) {
        trainers = OptionalInt.of(json.readTree(answer.body()).path("trainers").asInt());
      } else {
        LOG.warnf("the launcher answers %d to /status", answer.statusCode());
      }
    } catch (IOException e) {
      LOG.debugf("the launcher does not answer: %s", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(config.url().orElseThrow() + path)).timeout(PATIENCE);
    config.token().ifPresent(token -> request.header("X-Espalier-Token", token));
    return request;
  }
}
