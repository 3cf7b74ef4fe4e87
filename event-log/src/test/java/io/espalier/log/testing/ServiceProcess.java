package io.espalier.log.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The packaged service of the module under test as a process of its own, so that it can be killed.
 *
 * <p>Expects {@code target/quarkus-app} in the working directory; what the service says is appended
 * to {@code target/service-under-test.log}.
 */
public final class ServiceProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar");
  private static final Path LOG = Path.of("target/service-under-test.log");

  private final Process process;
  private final URI ready;

  private ServiceProcess(Process process, URI ready) {
    this.process = process;
    this.ready = ready;
  }

  /**
   * Starts the service on the loopback interface; returns at once.
   *
   * @param heapMegabytes its largest heap
   * @param port its HTTP port
   * @param properties its configuration, set as system properties
   * @throws UncheckedIOException if there is no such program to start
   */
  public static ServiceProcess start(int heapMegabytes, int port, Map<String, String> properties) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx" + heapMegabytes + "m", "-XX:+UseSerialGC"));
    command.add("-Dquarkus.http.port=" + port);
    properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
    command.addAll(List.of("-jar", JAR.toString()));
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(LOG.toFile()));
      builder.environment().putAll(Map.of("OMP_NUM_THREADS", "1", "OPENBLAS_NUM_THREADS", "1"));
      return new ServiceProcess(
          builder.start(), URI.create("http://127.0.0.1:" + port + "/q/health/ready"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Waits until the service says that it is ready.
   *
   * @return this
   * @throws IllegalStateException if it has ended or is not ready within a minute
   */
  public ServiceProcess awaitReady() {
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest request = HttpRequest.newBuilder(ready).timeout(Duration.ofSeconds(2)).build();
    Instant deadline = Instant.now().plus(PATIENCE);
    try {
      while (Instant.now().isBefore(deadline) && !process.waitFor(100, TimeUnit.MILLISECONDS)) {
        try {
          if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
            return this;
          }
        } catch (IOException e) {
          // Not listening yet; asked again until the deadline.
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    throw new IllegalStateException("not ready, see " + LOG.toAbsolutePath());
  }

  /** Ends the service at once, as kill -9 does, and waits until it is gone. */
  public void kill() {
    process.destroyForcibly();
    join();
  }

  /** Asks the service to stop and waits for it. */
  @Override
  public void close() {
    process.destroy();
    join();
  }

  private void join() {
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
