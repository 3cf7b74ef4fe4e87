package io.espalier.launcher.process;

/** Asks a process whether it is ready; called again and again until it is. */
@FunctionalInterface
public interface Readiness {

  /** Whether it is ready now; anything that prevents an answer counts as no. */
  boolean isReady() throws InterruptedException;
}
