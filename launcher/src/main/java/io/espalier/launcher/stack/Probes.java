package io.espalier.launcher.stack;

import io.espalier.embedded.EmbeddedDatabase;
import io.espalier.launcher.process.Readiness;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** How the parts of the stack say that they are ready. */
final class Probes {

  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .proxy(HttpClient.Builder.NO_PROXY)
          .connectTimeout(PATIENCE)
          .build();

  private Probes() {}

  /** The broker is ready when it accepts connections. */
  static Readiness accepts(int port) {
    return () -> {
      try (Socket socket = new Socket()) {
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        socket.connect(new InetSocketAddress(loopback, port), (int) PATIENCE.toMillis());
        return true;
      } catch (IOException notYet) {
        return false;
      }
    };
  }

  /** The database is ready when its user can log in. */
  static Readiness database(Path dir, int port) {
    return () -> {
      Optional<String> password = EmbeddedDatabase.password(dir);
      if (password.isEmpty()) {
        return false;
      }
      String url = EmbeddedDatabase.jdbcUrl(port);
      try (Connection connection =
          DriverManager.getConnection(url, EmbeddedDatabase.USER, password.get())) {
        return connection.isValid((int) PATIENCE.toSeconds());
      } catch (SQLException notYet) {
        return false;
      }
    };
  }

  /** A service is ready when its health endpoint says so. */
  static Readiness health(int port) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/health/ready"))
            .timeout(PATIENCE)
            .build();
    return () -> {
      try {
        return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
      } catch (IOException notYet) {
        return false;
      }
    };
  }
}
