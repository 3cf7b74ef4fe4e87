package io.espalier.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * A single-node Kafka broker (KRaft, broker and controller in one) inside this JVM.
 *
 * <p>Durability: an acknowledged record has been handed to the operating system, not forced to the
 * disk. It therefore survives the death of every process, kill -9 included, because the page cache
 * belongs to the kernel; it may be lost when the machine itself loses power within the seconds
 * until the kernel writes it out. Forcing every record ({@code log.flush.interval.messages=1})
 * would close that gap at the price of one disk flush per record.
 */
public final class EmbeddedBroker implements AutoCloseable {

  private final KafkaRaftServer server;
  private final int port;

  private EmbeddedBroker(KafkaRaftServer server, int port) {
    this.server = server;
    this.port = port;
  }

  /** Starts a broker on a free port with its data in {@code dir}; see {@link #start(Path, int)}. */
  public static EmbeddedBroker start(Path dir) {
    return start(dir, 0);
  }

  /**
   * Starts a broker that listens on 127.0.0.1:{@code port} and waits until it serves requests. The
   * directory is formatted when it is new and kept as it is otherwise.
   *
   * @param port the port to listen on, or 0 for a free one
   * @throws IllegalStateException if the port is busy or the directory cannot be used
   */
  public static EmbeddedBroker start(Path dir, int port) {
    int listen = port == 0 ? FreePort.find() : port;
    if (!FreePort.isFree(listen)) {
      throw new IllegalStateException("port " + listen + " on 127.0.0.1 is busy");
    }
    Map<String, String> settings =
        BrokerSettings.of(dir.toAbsolutePath(), listen, otherThan(listen));
    format(dir);
    KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings), Time.SYSTEM);
    server.startup();
    return new EmbeddedBroker(server, listen);
  }

  private static int otherThan(int port) {
    int candidate = FreePort.find();
    return candidate == port ? otherThan(port) : candidate;
  }

  private static void format(Path dir) {
    if (Files.exists(dir.resolve("meta.properties"))) {
      return;
    }
    try {
      Files.createDirectories(dir);
      new Formatter()
          .setNodeId(BrokerSettings.NODE)
          .setClusterId(Uuid.randomUuid().toString())
          .setControllerListenerName(BrokerSettings.CONTROLLER_LISTENER)
          .setDirectories(List.of(dir.toAbsolutePath().toString()))
          .setMetadataLogDirectory(dir.toAbsolutePath().toString())
          .setIgnoreFormatted(true)
          .setHasDynamicQuorum(false)
          .run();
    } catch (Exception e) {
      throw new IllegalStateException("cannot format " + dir + " for the broker", e);
    }
  }

  /** What clients need as {@code bootstrap.servers}. */
  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  /** The port it listens on. */
  public int port() {
    return port;
  }

  /** Waits until the broker has stopped. */
  void awaitShutdown() {
    server.awaitShutdown();
  }

  /** Stops the broker cleanly and waits for it. */
  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }
}
