package io.espalier.launcher.demo;

import io.espalier.launcher.stack.Stack;

/** Interrupts the thread that follows a campaign when somebody asks the stack to stop. */
final class InterruptOnStop {
  private final Thread follower = Thread.currentThread();
  private boolean requested;
  private boolean forgotten;

  private InterruptOnStop() {}

  /** Begins to watch for the calling thread. */
  static InterruptOnStop watch(Stack stack) {
    InterruptOnStop stop = new InterruptOnStop();
    Thread watcher = new Thread(() -> stop.await(stack), "demo-stop");
    watcher.setDaemon(true);
    watcher.start();
    return stop;
  }

  private void await(Stack stack) {
    try {
      stack.awaitStop();
      interrupt();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void interrupt() {
    requested = true;
    if (!forgotten) {
      follower.interrupt();
    }
  }

  /** Whether the stack was asked to stop. */
  synchronized boolean requested() {
    return requested;
  }

  /** From now on nothing is interrupted. */
  synchronized void forget() {
    forgotten = true;
  }
}
