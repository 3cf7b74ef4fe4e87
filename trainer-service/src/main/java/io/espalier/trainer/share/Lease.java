package io.espalier.trainer.share;

/**
 * The right to work on a record. It ends early when the worker stops or the lock could not be
 * renewed; the thread that works on the record is then interrupted and must tell nothing more,
 * because somebody else gets the record. Thread-safe.
 */
public final class Lease {

  private volatile boolean held = true;

  /** Whether the record is still ours to work on. */
  public boolean isHeld() {
    return held;
  }

  void end() {
    held = false;
  }
}
