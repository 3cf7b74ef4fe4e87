package io.espalier.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A PostgreSQL server that outlived the process which had started it, found through the {@code
 * postmaster.pid} it leaves in its data directory.
 */
final class DatabaseOrphan {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Path data;
  private final ProcessHandle process;

  private DatabaseOrphan(Path data, ProcessHandle process) {
    this.data = data;
    this.process = process;
  }

  /**
   * Looks for a server that still runs on this data directory. A pid file whose process is gone, or
   * is no PostgreSQL, is stale and is removed: the server itself would refuse to start on it when
   * the number has meanwhile been given to another process.
   */
  static Optional<DatabaseOrphan> find(Path data) throws IOException {
    Optional<ProcessHandle> running = server(data);
    if (running.isEmpty()) {
      Files.deleteIfExists(data.resolve("postmaster.pid"));
    }
    return running.map(process -> new DatabaseOrphan(data, process));
  }

  /** The server that runs on this data directory. */
  static Optional<ProcessHandle> server(Path data) throws IOException {
    Path file = data.resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(file);
    Optional<ProcessHandle> named = lines.isEmpty() ? Optional.empty() : process(lines.get(0));
    return named.filter(DatabaseOrphan::isPostgres);
  }

  private static Optional<ProcessHandle> process(String pid) {
    return pid.strip().matches("[0-9]{1,18}")
        ? ProcessHandle.of(Long.parseLong(pid.strip()))
        : Optional.empty();
  }

  private static boolean isPostgres(ProcessHandle process) {
    return process.isAlive()
        && process
            .info()
            .command()
            .map(Path::of)
            .filter(path -> path.getFileName().toString().matches("postgres(\\.exe)?"))
            .isPresent();
  }

  long pid() {
    return process.pid();
  }

  /**
   * Stops the server the way {@code pg_ctl stop -m fast} does (an interrupt: connections are cut,
   * data is written out) and waits for its end.
   *
   * @throws IllegalStateException if it does not end; the message names pid and command
   */
  void stop() throws IOException, InterruptedException {
    signalInterrupt();
    CompletableFuture<ProcessHandle> end = process.onExit();
    try {
      end.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      throw new IllegalStateException(
          "a PostgreSQL of an earlier run (pid %d) still holds %s and does not stop; stop it with: kill -INT %d"
              .formatted(process.pid(), data, process.pid()),
          e);
    }
  }

  private void signalInterrupt() throws IOException, InterruptedException {
    Path postgres = Path.of(process.info().command().orElseThrow());
    String pid = String.valueOf(process.pid());
    Process signal =
        new ProcessBuilder(postgres.resolveSibling("pg_ctl").toString(), "kill", "INT", pid)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (signal.waitFor() != 0) {
      new ProcessBuilder("kill", "-INT", pid).start().waitFor();
    }
  }
}
