package io.espalier.launcher.stack;

import io.espalier.launcher.control.StackStatus;
import io.espalier.launcher.process.Child;
import io.espalier.launcher.process.ChildSpec;
import io.espalier.launcher.process.ChildState;
import io.espalier.launcher.process.RunRecords;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** All child processes of a stack. */
final class Crew {

  private static final Duration READY_WITHIN = Duration.ofMinutes(3);
  private static final int FAILED_STARTS = 3;
  private static final int LINES_OF_A_FAILURE = 15;

  private final StackOptions options;
  private final RunRecords records;
  private final List<Child> children = new CopyOnWriteArrayList<>();
  private volatile boolean leaving;

  Crew(StackOptions options, RunRecords records) {
    this.options = options;
    this.records = records;
  }

  synchronized Child start(ChildSpec spec) {
    if (leaving) {
      throw new IllegalStateException("the stack is stopping");
    }
    Consumer<String> output =
        options.verbose() ? line -> System.out.println(spec.name() + " | " + line) : line -> {};
    Child child =
        new Child(spec, records, options.dataDir().resolve("logs"), output, System.err::println);
    children.add(child);
    child.start();
    return child;
  }

  /** Waits until all of these are ready; one that keeps ending is reported with its last words. */
  void awaitReady(List<Child> awaited) throws StackRefused, InterruptedException {
    long end = System.nanoTime() + READY_WITHIN.toNanos();
    for (Child child : awaited) {
      while (!child.awaitState(ChildState.READY, Duration.ofMillis(100))) {
        if (leaving) {
          throw new StackRefused("Stopped while starting.");
        }
        if (child.restarts() >= FAILED_STARTS || System.nanoTime() > end) {
          throw new StackRefused(
              "%s does not start. The end of its log (%s):%n  %s"
                  .formatted(
                      child.name(),
                      options.dataDir().resolve("logs"),
                      String.join("\n  ", child.lastLines(LINES_OF_A_FAILURE))));
        }
      }
    }
  }

  List<Child> all() {
    return List.copyOf(children);
  }

  /** Stops one for good, without waiting for its end. */
  void dismiss(Child child) {
    child.requestStop();
    Thread farewell = new Thread(() -> forget(child), "stop-" + child.name());
    farewell.start();
  }

  private void forget(Child child) {
    try {
      child.awaitStop();
      children.remove(child);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** From now on nothing new is started. */
  synchronized void leave() {
    leaving = true;
  }

  /** Stops everything; broker and database, which came first, go last. */
  void stopAll() throws InterruptedException {
    leave();
    List<Child> all = all();
    int foundations = Math.min(2, all.size());
    stop(all.subList(foundations, all.size()));
    stop(all.subList(0, foundations));
  }

  private static void stop(List<Child> some) throws InterruptedException {
    some.forEach(Child::requestStop);
    for (Child child : some) {
      child.awaitStop();
    }
  }

  StackStatus status(int trainers) {
    return new StackStatus(children.stream().map(Crew::service).toList(), trainers);
  }

  private static StackStatus.Service service(Child child) {
    Long pid = child.pid().isPresent() ? child.pid().getAsLong() : null;
    String state = child.state().name().toLowerCase(Locale.ROOT);
    return new StackStatus.Service(child.name(), pid, state, child.port(), child.restarts());
  }
}
