package io.espalier.tracker;

import io.espalier.embedded.EmbeddedBroker;
import io.espalier.embedded.EmbeddedDatabase;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/** A real broker and a real database for integration tests. */
public final class Stack implements QuarkusTestResourceLifecycleManager {
  private Path directory;
  private EmbeddedBroker broker;
  private EmbeddedDatabase database;

  @Override
  public Map<String, String> start() {
    try {
      directory = Files.createTempDirectory("tracker-it");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    database = EmbeddedDatabase.start(directory.resolve("postgres"));
    broker = EmbeddedBroker.start(directory.resolve("kafka"));
    return Map.of(
        "kafka.bootstrap.servers", broker.bootstrapServers(),
        "quarkus.datasource.jdbc.url", database.jdbcUrl(),
        "quarkus.datasource.username", database.username(),
        "quarkus.datasource.password", database.password(),
        "quarkus.http.test-port", "0",
        "quarkus.log.level", "WARN",
        "espalier.studies.dir", "../studies");
  }

  @Override
  public void stop() {
    if (broker != null) {
      broker.close();
    }
    if (database != null) {
      database.close();
    }
    try (Stream<Path> files = Files.walk(directory)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(f -> f.delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
