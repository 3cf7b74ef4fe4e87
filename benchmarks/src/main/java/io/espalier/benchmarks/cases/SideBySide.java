package io.espalier.benchmarks.cases;

import io.espalier.benchmarks.harness.Benchmark.Repetition;

/** How much more is done by two threads at once than by one, by the clock: 1 to 2. */
final class SideBySide implements Repetition {
  private final Runnable first;
  private final Runnable second;

  /** Two pieces of work of the same size, each of some tens of milliseconds. */
  SideBySide(Runnable first, Runnable second) {
    this.first = first;
    this.second = second;
  }

  @Override
  public double value() {
    long start = System.nanoTime();
    first.run();
    double alone = System.nanoTime() - start;
    start = System.nanoTime();
    Thread other = new Thread(second, "side-by-side");
    other.start();
    first.run();
    awaitEnd(other);
    double together = System.nanoTime() - start;
    return 2 * alone / together;
  }

  private static void awaitEnd(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while two threads were at work", e);
    }
  }
}
