package io.espalier.launcher.client.http;

import com.fasterxml.jackson.core.type.TypeReference;
import io.espalier.launcher.control.ControlServer;
import io.espalier.launcher.control.StackStatus;

/** Asks the launcher of a running stack about its processes. */
public final class ControlClient {
  private final JsonHttp http;
  private final String token;

  /**
   * @param url where the control API listens
   * @param token what the control file of the data directory holds
   */
  public ControlClient(String url, String token) {
    this.http = new JsonHttp("the launcher", url);
    this.token = token;
  }

  /** The processes of the stack. */
  public StackStatus status() throws RequestFailed, InterruptedException {
    return http.send(
        http.request("/status").header(ControlServer.TOKEN_HEADER, token).GET().build(),
        new TypeReference<StackStatus>() {});
  }
}
