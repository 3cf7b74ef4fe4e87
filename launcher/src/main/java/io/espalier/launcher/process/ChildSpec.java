package io.espalier.launcher.process;

import java.util.List;
import java.util.Map;

/**
 * How to run one child process.
 *
 * @param name for people, unique in the stack, and the name of its log
 * @param port the loopback port it listens on
 * @param command program and arguments
 * @param environment variables beside the inherited ones
 * @param readiness tells when it can be used
 */
public record ChildSpec(
    String name,
    int port,
    List<String> command,
    Map<String, String> environment,
    Readiness readiness) {

  public ChildSpec {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }
}
