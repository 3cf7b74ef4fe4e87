package io.espalier.launcher.control;

import java.util.List;

/**
 * What a stack says of its processes.
 *
 * @param trainers how many trainer processes should run
 */
public record StackStatus(List<Service> services, int trainers) {

  public StackStatus {
    services = List.copyOf(services);
  }

  /**
   * One process.
   *
   * @param pid its process id, null while it does not run
   * @param state starting, ready, waiting (to be started again) or stopped
   * @param port the loopback port it listens on
   * @param restarts how often it was started again after it ended by itself
   */
  public record Service(String name, Long pid, String state, int port, int restarts) {}
}
