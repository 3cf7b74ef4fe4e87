package io.espalier.launcher.control;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks a running stack to scale or to stop. */
public final class ControlCalls {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .proxy(HttpClient.Builder.NO_PROXY)
          .build();
  private final String url;
  private final String token;

  /**
   * @param url address of the control API
   * @param token what the control file holds
   */
  public ControlCalls(String url, String token) {
    this.url = url;
    this.token = token;
  }

  /** Sets the number of trainer processes; throws with the stack's words if it refuses. */
  public void scaleTrainers(int count) throws IOException, InterruptedException {
    send("PUT", "/trainers", "{\"count\":" + count + "}");
  }

  /** Lets the stack stop; it goes on stopping after this returns. */
  public void stop() throws IOException, InterruptedException {
    send("POST", "/stop", "");
  }

  private void send(String method, String path, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + path))
            .timeout(PATIENCE)
            .header(ControlServer.TOKEN_HEADER, token)
            .method(method, BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
    if (response.statusCode() / 100 != 2) {
      throw new IOException(
          "the launcher answered %s %s with %d: %s"
              .formatted(method, path, response.statusCode(), response.body()));
    }
  }
}
