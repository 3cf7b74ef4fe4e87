package io.espalier.launcher.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Remembers in files which processes a launcher has started, by process id and start time, so that
 * the next one can stop what a killed launcher left behind. The start time proves that the process
 * is the same and not another one that was given its number.
 */
public final class RunRecords {

  private static final String SUFFIX = ".pid";

  private final Path dir;

  /**
   * @param dir where the records are; it is made when missing
   */
  public RunRecords(Path dir) {
    this.dir = dir;
  }

  void started(String name, ProcessHandle process) {
    String line = process.pid() + " " + startOf(process);
    try {
      Files.createDirectories(dir);
      Files.writeString(dir.resolve(name + SUFFIX), line);
    } catch (IOException e) {
      throw new UncheckedIOException("the run record of " + name + " cannot be written", e);
    }
  }

  void ended(String name) {
    try {
      Files.deleteIfExists(dir.resolve(name + SUFFIX));
    } catch (IOException e) {
      throw new UncheckedIOException("the run record of " + name + " cannot be removed", e);
    }
  }

  /**
   * Stops every recorded process that still runs: it gets {@code patience} to end by itself (it
   * does when its launcher is gone), is then asked to, and at last is killed.
   *
   * @return the process ids that were found alive
   */
  public List<Long> stopLeftovers(Duration patience) throws InterruptedException {
    List<ProcessHandle> alive = leftovers();
    for (ProcessHandle process : alive) {
      if (!endsWithin(process, patience)) {
        process.destroy();
      }
    }
    for (ProcessHandle process : alive) {
      if (!endsWithin(process, patience)) {
        process.destroyForcibly();
        endsWithin(process, patience);
      }
    }
    return alive.stream().map(ProcessHandle::pid).toList();
  }

  private List<ProcessHandle> leftovers() {
    if (!Files.isDirectory(dir)) {
      return List.of();
    }
    List<ProcessHandle> alive = new ArrayList<>();
    try (Stream<Path> files = Files.list(dir)) {
      for (Path file : files.filter(f -> f.toString().endsWith(SUFFIX)).toList()) {
        running(Files.readString(file)).ifPresent(alive::add);
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the run records in " + dir + " cannot be read", e);
    }
    return alive;
  }

  private static Optional<ProcessHandle> running(String record) {
    String[] parts = record.strip().split(" ", -1);
    if (parts.length != 2 || !parts[0].matches("[0-9]{1,18}")) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(parts[0]))
        .filter(ProcessHandle::isAlive)
        .filter(process -> startOf(process).equals(parts[1]));
  }

  private static String startOf(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toString).orElse("unknown");
  }

  private static boolean endsWithin(ProcessHandle process, Duration patience)
      throws InterruptedException {
    try {
      process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException("waiting for process " + process.pid(), e);
    }
  }
}
