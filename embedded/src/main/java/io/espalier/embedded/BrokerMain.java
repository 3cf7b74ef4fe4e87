package io.espalier.embedded;

import java.nio.file.Path;

/** Runs the broker in a JVM of its own until it is told to stop (TERM or Ctrl-C). */
public final class BrokerMain {

  private BrokerMain() {}

  /**
   * Starts the broker and waits for its end. The exit code is 2 for wrong arguments and 1 for a
   * broker that does not start.
   *
   * @param args the data directory and the port
   */
  public static void main(String[] args) {
    if (args.length != 2) {
      System.err.println("usage: BrokerMain DIRECTORY PORT");
      System.exit(2);
    }
    try {
      EmbeddedBroker broker = EmbeddedBroker.start(Path.of(args[0]), Integer.parseInt(args[1]));
      Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "broker-stop"));
      broker.awaitShutdown();
    } catch (RuntimeException e) {
      System.err.println("the broker did not start: " + e);
      e.printStackTrace();
      System.exit(1);
    }
  }
}
