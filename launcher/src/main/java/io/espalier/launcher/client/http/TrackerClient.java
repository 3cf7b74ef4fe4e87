package io.espalier.launcher.client.http;

import com.fasterxml.jackson.core.type.TypeReference;
import io.espalier.launcher.client.view.Campaign;
import io.espalier.launcher.client.view.DeadLetter;
import io.espalier.launcher.client.view.Launched;
import io.espalier.launcher.client.view.Training;
import io.espalier.launcher.client.view.Workers;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;

/** The part of tracker-ui's REST API that the commands use. Safe for use by many threads. */
public final class TrackerClient {
  private final String ui;
  private final JsonHttp http;

  /**
   * @param ui where tracker-ui listens, such as {@code http://127.0.0.1:8080}
   */
  public TrackerClient(String ui) {
    this.ui = ui;
    this.http = new JsonHttp("tracker-ui", ui);
  }

  /** Launches the campaign in a campaign file's text; a refused one carries all its problems. */
  public Launched launch(String yaml) throws RequestFailed, InterruptedException {
    return http.send(
        http.request("/api/campaigns")
            .header("Content-Type", "application/yaml")
            .POST(BodyPublishers.ofString(yaml))
            .build(),
        new TypeReference<Launched>() {});
  }

  /** A campaign with its results so far. */
  public Campaign campaign(String id) throws RequestFailed, InterruptedException {
    return get("/api/campaigns/" + id, new TypeReference<Campaign>() {});
  }

  /** All campaigns, without results. */
  public List<Campaign> campaigns() throws RequestFailed, InterruptedException {
    return get("/api/campaigns", new TypeReference<List<Campaign>>() {});
  }

  /** The trainings of a campaign, of all attempts. */
  public List<Training> trainings(String id) throws RequestFailed, InterruptedException {
    return get("/api/campaigns/" + id + "/trainings", new TypeReference<List<Training>>() {});
  }

  /** Who trains, and how much is queued. */
  public Workers workers() throws RequestFailed, InterruptedException {
    return get("/api/workers", new TypeReference<Workers>() {});
  }

  /** Records that a service could not read, the latest first. */
  public List<DeadLetter> deadLetters() throws RequestFailed, InterruptedException {
    return get("/api/dead-letters", new TypeReference<List<DeadLetter>>() {});
  }

  /** The address of a campaign's page. */
  public String page(String campaign) {
    return (ui.endsWith("/") ? ui.substring(0, ui.length() - 1) : ui) + "/campaigns/" + campaign;
  }

  private <T> T get(String path, TypeReference<T> type) throws RequestFailed, InterruptedException {
    return http.send(http.request(path).GET().build(), type);
  }
}
