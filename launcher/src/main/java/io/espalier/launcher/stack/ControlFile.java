package io.espalier.launcher.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.espalier.envelope.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How to reach the stack that runs in a data directory: DIR/run/control.json, readable by its owner
 * only.
 *
 * @param url address of the control API
 * @param token to be sent with every request to it
 * @param ui address of the web UI
 * @param broker what Kafka clients need as {@code bootstrap.servers}
 * @param pid the launcher's process id
 */
public record ControlFile(String url, String token, String ui, String broker, long pid) {

  /** The running stack of this data directory; empty if there is none. */
  public static Optional<ControlFile> read(Path dataDir) {
    Path file = file(dataDir);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      ControlFile found = Json.mapper().readValue(Files.readString(file), ControlFile.class);
      return Optional.of(found).filter(f -> isAlive(f.pid()));
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException(
          file + " is not readable (" + broken.getOriginalMessage() + "); delete it", broken);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }

  private static boolean isAlive(long pid) {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
  }

  void write(Path dataDir) throws IOException {
    OwnerOnly.write(file(dataDir), Json.mapper().writeValueAsString(this));
  }

  static void delete(Path dataDir) throws IOException {
    Files.deleteIfExists(file(dataDir));
  }

  private static Path file(Path dataDir) {
    return dataDir.resolve("run").resolve("control.json");
  }
}
