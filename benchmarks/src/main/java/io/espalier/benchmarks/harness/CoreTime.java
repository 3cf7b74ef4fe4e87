package io.espalier.benchmarks.harness;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * The time for which the calling thread has had a core. On an idle machine it passes like the
 * clock; on a busy one it leaves out the waiting for a core, so that figures of one core stay near
 * those of an idle machine (caches and memory are still shared).
 */
public final class CoreTime {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private CoreTime() {}

  /** Nanoseconds, to be subtracted from each other. */
  public static long nanos() {
    return THREADS.getCurrentThreadCpuTime();
  }

  /** Seconds since an earlier {@link #nanos()}. */
  public static double secondsSince(long start) {
    return (nanos() - start) / 1e9;
  }
}
