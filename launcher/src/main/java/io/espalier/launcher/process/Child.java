package io.espalier.launcher.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** One child process, kept running by a thread of its own until it is stopped. */
public final class Child {

  private static final Duration GRACE = Duration.ofSeconds(20);

  private final ChildSpec spec;
  private final RunRecords records;
  private final ChildLog log;
  private final Consumer<String> news;
  private final CountDownLatch stopRequested = new CountDownLatch(1);
  private final Thread keeper;
  private final Object stateChange = new Object();

  private ChildState state = ChildState.STARTING;
  private volatile Process process;
  private final AtomicInteger restarts = new AtomicInteger();

  /**
   * @param logs directory of the log file
   * @param output gets every line the child writes
   * @param news gets a sentence whenever the child ends by itself
   */
  public Child(
      ChildSpec spec,
      RunRecords records,
      Path logs,
      Consumer<String> output,
      Consumer<String> news) {
    this.spec = spec;
    this.records = records;
    this.log = ChildLog.open(logs, spec.name(), output);
    this.news = news;
    this.keeper = new Thread(this::keepRunning, "keep-" + spec.name());
    keeper.setDaemon(true);
  }

  /** Starts it and returns at once. */
  public void start() {
    keeper.start();
  }

  private void keepRunning() {
    Backoff backoff = Backoff.NONE;
    try {
      while (!stopRequested.await(backoff.delay().toMillis(), TimeUnit.MILLISECONDS)) {
        long started = System.nanoTime();
        String end = runOnce();
        if (stopRequested.getCount() == 0) {
          break;
        }
        backoff = backoff.after(Duration.ofNanos(System.nanoTime() - started));
        restarts.incrementAndGet();
        enter(ChildState.WAITING);
        news.accept(
            "%s %s; it is started again in %.1f s (its log: %s)"
                .formatted(spec.name(), end, backoff.delay().toMillis() / 1000.0, log.file()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      enter(ChildState.STOPPED);
    }
  }

  private String runOnce() throws InterruptedException {
    Process running;
    try {
      running = launch();
    } catch (IOException e) {
      return "cannot be started (" + e.getMessage() + ")";
    }
    enter(ChildState.STARTING);
    boolean ready = spec.readiness().isReady();
    while (!ready && !running.waitFor(200, TimeUnit.MILLISECONDS)) {
      ready = spec.readiness().isReady();
    }
    if (ready && running.isAlive()) {
      enter(ChildState.READY);
    }
    int code = running.waitFor();
    records.ended(spec.name());
    return "ended with code " + code;
  }

  /** Ctrl-C reaches the whole foreground group; the children wait for the launcher's word. */
  private synchronized Process launch() throws IOException {
    if (stopRequested.getCount() == 0) {
      throw new IOException("it was stopped");
    }
    List<String> command = new ArrayList<>();
    if (Path.of("/bin/sh").toFile().canExecute()) {
      command.addAll(List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "espalier"));
    }
    command.addAll(spec.command());
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(spec.environment());
    process = builder.start();
    records.started(spec.name(), process.toHandle());
    log.follow(process.getInputStream(), spec.name());
    return process;
  }

  /** Asks it to stop and returns at once. */
  public synchronized void requestStop() {
    stopRequested.countDown();
    if (process != null) {
      process.destroy();
    }
  }

  /** Waits for the end that was requested; a process that does not end in time is killed. */
  public void awaitStop() throws InterruptedException {
    keeper.join(GRACE.toMillis());
    if (keeper.isAlive()) {
      news.accept(spec.name() + " does not stop; it is killed");
      process.destroyForcibly();
      keeper.join();
    }
  }

  /** Its name. */
  public String name() {
    return spec.name();
  }

  /** The port it listens on. */
  public int port() {
    return spec.port();
  }

  private void enter(ChildState next) {
    synchronized (stateChange) {
      state = next;
      stateChange.notifyAll();
    }
  }

  /** What it is doing. */
  public ChildState state() {
    synchronized (stateChange) {
      return state;
    }
  }

  /** Waits for a state, {@code patience} at most; tells whether it was reached. */
  public boolean awaitState(ChildState wanted, Duration patience) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    synchronized (stateChange) {
      while (state != wanted) {
        long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
        if (left <= 0) {
          return false;
        }
        stateChange.wait(left);
      }
      return true;
    }
  }

  /** How often it was started again after it ended by itself. */
  public int restarts() {
    return restarts.get();
  }

  /** Its process id, if it runs. */
  public OptionalLong pid() {
    Process current = process;
    return current != null && current.isAlive()
        ? OptionalLong.of(current.pid())
        : OptionalLong.empty();
  }

  /** The last lines of its log. */
  public List<String> lastLines(int lines) {
    return log.tail(lines);
  }
}
