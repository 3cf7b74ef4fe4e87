package io.espalier.launcher;

/** What the exit codes of {@code espalier} mean. */
public final class ExitCode {

  /** It was done. */
  public static final int OK = 0;

  /** It failed; the message says why. */
  public static final int FAILED = 1;

  /** The command line or a file is not acceptable; nothing was started or published. */
  public static final int REFUSED = 2;

  /** The command needs a running stack, and none runs in the data directory. */
  public static final int NOT_RUNNING = 3;

  private ExitCode() {}
}
