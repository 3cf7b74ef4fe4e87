package io.espalier.launcher.stack;

/** The stack cannot be started; the message is for people and says what helps. */
public final class StackRefused extends Exception {

  /**
   * @param message what is wrong and what to do
   */
  public StackRefused(String message) {
    super(message);
  }

  /**
   * @param message what is wrong and what to do
   * @param cause what was thrown
   */
  public StackRefused(String message, Throwable cause) {
    super(message, cause);
  }
}
