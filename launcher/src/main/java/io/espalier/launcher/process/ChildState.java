package io.espalier.launcher.process;

/** Where a child process is in its life. */
public enum ChildState {
  /** Running, but not ready for requests. */
  STARTING,
  /** Running and ready. */
  READY,
  /** It ended by itself and will be started again. */
  WAITING,
  /** It was stopped on purpose. */
  STOPPED
}
