package io.espalier.launcher.process;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/**
 * A Java agent for child JVMs: ends them in an orderly way when their standard input ends. The
 * launcher holds the other end and never writes, so the end means that the launcher is gone,
 * however it went. Uses nothing but the JDK, because it runs inside programs that know nothing of
 * it.
 */
public final class StdinGuard {

  /** The exit code of a process whose launcher is gone. */
  static final int ORPHANED = 143;

  private static final Duration ORDERLY = Duration.ofSeconds(20);

  private StdinGuard() {}

  /** Called by the JVM before the program's main method. */
  public static void premain(String arguments) {
    daemon("launcher-watch", StdinGuard::awaitEnd);
  }

  private static void awaitEnd() {
    try {
      System.in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException closed) {
      System.err.println("standard input is broken: " + closed.getMessage());
    }
    System.err.println("the launcher is gone; this process stops");
    daemon("launcher-watch-halt", StdinGuard::haltWhenStuck);
    System.exit(ORPHANED);
  }

  private static void haltWhenStuck() {
    try {
      Thread.sleep(ORDERLY.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(ORPHANED);
  }

  private static void daemon(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }
}
