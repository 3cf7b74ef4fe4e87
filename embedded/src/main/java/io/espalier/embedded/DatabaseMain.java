package io.espalier.embedded;

import java.nio.file.Path;

/**
 * Runs PostgreSQL under the care of a JVM of its own until that is told to stop (TERM or Ctrl-C).
 * Ends with code 1 when the server ends by itself.
 */
public final class DatabaseMain {

  private DatabaseMain() {}

  /**
   * Starts the server and waits for its end. The exit code is 2 for wrong arguments.
   *
   * @param args the directory and the port
   */
  public static void main(String[] args) {
    if (args.length != 2) {
      System.err.println("usage: DatabaseMain DIRECTORY PORT");
      System.exit(2);
    }
    try {
      EmbeddedDatabase database =
          EmbeddedDatabase.start(Path.of(args[0]), Integer.parseInt(args[1]));
      database.awaitExit();
      System.err.println("PostgreSQL has ended");
    } catch (RuntimeException e) {
      System.err.println(e.getMessage());
      e.printStackTrace();
    }
    System.exit(1);
  }
}
