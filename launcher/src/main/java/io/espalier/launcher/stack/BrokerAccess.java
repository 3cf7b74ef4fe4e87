package io.espalier.launcher.stack;

import io.espalier.launcher.process.Child;
import io.espalier.launcher.process.GuardJar;
import io.espalier.launcher.process.RunRecords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The log of a data directory: that of the stack which runs there, or a broker that is started for
 * the time being, alone, under the lock of the stack. Ctrl-C stops it, too.
 */
public final class BrokerAccess implements AutoCloseable {
  private static final Duration LEFTOVER_PATIENCE = Duration.ofSeconds(10);

  private final String bootstrapServers;
  private final Optional<Own> own;

  /** A broker of our own. */
  private record Own(StackLock lock, Crew crew, Thread hook) {
    void stop() {
      try {
        crew.stopAll();
        lock.close();
      } catch (IOException e) {
        throw new IllegalStateException("the broker stopped, but " + e.getMessage(), e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private BrokerAccess(String bootstrapServers, Optional<Own> own) {
    this.bootstrapServers = bootstrapServers;
    this.own = own;
  }

  /**
   * Opens the log of a data directory.
   *
   * @throws StackRefused if nothing was ever kept there, if a stack is just starting or stopping on
   *     it, or if the broker does not start
   */
  public static BrokerAccess open(Path dataDir) throws StackRefused, InterruptedException {
    Optional<ControlFile> running = ControlFile.read(dataDir);
    if (running.isPresent()) {
      return new BrokerAccess(running.get().broker(), Optional.empty());
    }
    if (!Files.exists(dataDir.resolve("kafka").resolve("meta.properties"))) {
      throw new StackRefused(
          "Nothing is kept in %s. Name another directory with --data.".formatted(dataDir));
    }
    return start(dataDir);
  }

  /** Starts a broker on a data directory, a new one included. */
  public static BrokerAccess start(Path dataDir) throws StackRefused, InterruptedException {
    StackOptions options = new StackOptions(dataDir, 0, 0, false);
    try {
      StackLock lock = StackLock.take(options.dataDir());
      try {
        return start(options, lock);
      } catch (IOException | StackRefused | InterruptedException | RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw new StackRefused(
          "The broker cannot start in %s: %s".formatted(dataDir, e.getMessage()), e);
    }
  }

  private static BrokerAccess start(StackOptions options, StackLock lock)
      throws StackRefused, IOException, InterruptedException {
    RunRecords records = new RunRecords(options.runDir());
    records.stopLeftovers(LEFTOVER_PATIENCE);
    Crew crew = new Crew(options, records);
    String guard = GuardJar.write(options.runDir().resolve("guard.jar"));
    Parts parts = new Parts(Installation.find(), options, new JavaCommand(guard));
    Own own = new Own(lock, crew, new Thread(() -> stopAtExit(crew), "broker-stop"));
    Runtime.getRuntime().addShutdownHook(own.hook());
    boolean ready = false;
    try {
      Child broker = crew.start(parts.broker());
      crew.awaitReady(List.of(broker));
      ready = true;
      return new BrokerAccess(parts.bootstrapServers(), Optional.of(own));
    } finally {
      if (!ready) {
        crew.stopAll();
      }
    }
  }

  private static void stopAtExit(Crew crew) {
    try {
      crew.stopAll();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What Kafka clients need as {@code bootstrap.servers}. */
  public String bootstrapServers() {
    return bootstrapServers;
  }

  /** Whether a stack runs on the directory. */
  public boolean stackRuns() {
    return own.isEmpty();
  }

  /** Stops the broker that was started here, if one was. */
  @Override
  public void close() {
    own.ifPresent(
        broker -> {
          broker.stop();
          try {
            Runtime.getRuntime().removeShutdownHook(broker.hook());
          } catch (IllegalStateException alreadyShuttingDown) {
            // The hook finds everything stopped.
            broker.crew().leave();
          }
        });
  }
}
