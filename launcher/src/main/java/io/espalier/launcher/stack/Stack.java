package io.espalier.launcher.stack;

import io.espalier.embedded.FreePort;
import io.espalier.launcher.control.ControlServer;
import io.espalier.launcher.control.Controlled;
import io.espalier.launcher.control.StackStatus;
import io.espalier.launcher.process.Child;
import io.espalier.launcher.process.GuardJar;
import io.espalier.launcher.process.RunRecords;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * Broker, database, services and trainers, running. Closing it stops them in the order in which
 * nothing loses what it needs to finish; a shutdown hook closes it when the JVM ends (Ctrl-C,
 * TERM).
 */
public final class Stack implements AutoCloseable {

  private static final Duration LEFTOVER_PATIENCE = Duration.ofSeconds(10);

  private final StackOptions options;
  private final StackLock lock;
  private final Crew crew;
  private final Trainers trainers;
  private final Parts parts;
  private final int uiPort;
  private final CountDownLatch stopRequested = new CountDownLatch(1);
  private final Thread hook = new Thread(this::closeAtExit, "stack-stop");
  private ControlServer control;
  private boolean closed;

  private Stack(StackOptions options, StackLock lock, Parts parts, Crew crew, int uiPort) {
    this.options = options;
    this.lock = lock;
    this.parts = parts;
    this.crew = crew;
    this.trainers = new Trainers(parts, crew);
    this.uiPort = uiPort;
  }

  /**
   * Starts everything and waits until it is ready.
   *
   * @throws StackRefused if something prevents it; what had been started is stopped again
   */
  public static Stack start(StackOptions options) throws StackRefused, InterruptedException {
    Installation installation = Installation.find();
    try {
      StackLock lock = StackLock.take(options.dataDir());
      Stack stack;
      try {
        stack = prepare(options, installation, lock);
      } catch (IOException | StackRefused | RuntimeException e) {
        lock.close();
        throw e;
      }
      return stack.startAll();
    } catch (IOException e) {
      throw new StackRefused(
          "Espalier cannot start in %s: %s".formatted(options.dataDir(), e.getMessage()), e);
    }
  }

  private static Stack prepare(StackOptions options, Installation installation, StackLock lock)
      throws StackRefused, IOException, InterruptedException {
    RunRecords records = new RunRecords(options.runDir());
    List<Long> leftovers = records.stopLeftovers(LEFTOVER_PATIENCE);
    if (!leftovers.isEmpty()) {
      System.err.println(
          "Processes of an earlier run were still there and are stopped: " + leftovers);
    }
    if (options.port() != 0 && !FreePort.isFree(options.port())) {
      throw new StackRefused(
          "Port %d on 127.0.0.1 is busy. Choose another with --port N, or stop what listens there."
              .formatted(options.port()));
    }
    int uiPort = options.port() == 0 ? FreePort.find() : options.port();
    String guard = GuardJar.write(options.runDir().resolve("guard.jar"));
    Parts parts = new Parts(installation, options, new JavaCommand(guard));
    return new Stack(options, lock, parts, new Crew(options, records), uiPort);
  }

  private Stack startAll() throws StackRefused, InterruptedException, IOException {
    Runtime.getRuntime().addShutdownHook(hook);
    boolean complete = false;
    try {
      control = ControlServer.start(new Control());
      Child broker = crew.start(parts.broker());
      Child database = crew.start(parts.database());
      crew.awaitReady(List.of(broker, database));
      crew.start(parts.tracker(uiPort, control.url(), control.token()));
      crew.start(parts.predictor());
      crew.start(parts.pruning());
      trainers.scale(options.trainers());
      crew.awaitReady(crew.all());
      long pid = ProcessHandle.current().pid();
      new ControlFile(control.url(), control.token(), uiUrl(), parts.bootstrapServers(), pid)
          .write(options.dataDir());
      complete = true;
      return this;
    } finally {
      if (!complete) {
        close();
      }
    }
  }

  /** The address of the web UI. */
  public String uiUrl() {
    return "http://127.0.0.1:" + uiPort;
  }

  /** What runs now. */
  public StackStatus status() {
    return crew.status(trainers.count());
  }

  /** Waits until somebody asks for the stop ({@code espalier down}). */
  public void awaitStop() throws InterruptedException {
    stopRequested.await();
  }

  /** Stops everything: trainers and services first, then broker and database. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    stopRequested.countDown();
    try {
      crew.stopAll();
      if (control != null) {
        control.close();
      }
      ControlFile.delete(options.dataDir());
      lock.close();
    } catch (IOException e) {
      throw new IllegalStateException("the stack stopped, but " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (Thread.currentThread() != hook) {
      removeHook();
    }
  }

  private void removeHook() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException alreadyShuttingDown) {
      stopRequested.countDown();
    }
  }

  private void closeAtExit() {
    crew.leave();
    close();
  }

  private final class Control implements Controlled {

    @Override
    public StackStatus status() {
      return Stack.this.status();
    }

    @Override
    public void scaleTrainers(int count) {
      trainers.scale(count);
    }

    @Override
    public void requestStop() {
      stopRequested.countDown();
    }
  }
}
