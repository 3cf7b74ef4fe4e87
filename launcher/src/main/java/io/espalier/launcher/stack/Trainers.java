package io.espalier.launcher.stack;

import io.espalier.launcher.process.Child;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** The trainer processes, as many as asked for; the newest leaves first. */
final class Trainers {

  private final Parts parts;
  private final Crew crew;
  private final Deque<Child> running = new ArrayDeque<>();

  Trainers(Parts parts, Crew crew) {
    this.parts = parts;
    this.crew = crew;
  }

  /**
   * Starts or stops trainers until there are {@code count}. Does not wait: a stopped one finishes
   * in its own time, its training is taken over by another.
   */
  synchronized void scale(int count) {
    StackOptions.requireTrainers(count);
    try {
      while (running.size() < count) {
        String name = "trainer-service-" + (running.size() + 1);
        running.addLast(crew.start(parts.trainer(name)));
      }
    } catch (StackRefused e) {
      throw new IllegalStateException(e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException("a trainer cannot be started", e);
    }
    while (running.size() > count) {
      crew.dismiss(running.removeLast());
    }
  }

  synchronized int count() {
    return running.size();
  }
}
