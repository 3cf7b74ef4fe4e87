package io.espalier.launcher.control;

/** What the control API can be asked for. */
public interface Controlled {

  /** What runs now. */
  StackStatus status();

  /**
   * Starts or stops trainer processes until there are this many.
   *
   * @throws IllegalArgumentException if the number is not allowed
   */
  void scaleTrainers(int count);

  /** Lets the stack stop soon; returns at once. */
  void requestStop();
}
