package io.espalier.launcher.client.status;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.espalier.launcher.client.view.Campaign;
import io.espalier.launcher.client.view.DeadLetter;
import io.espalier.launcher.client.view.Workers;
import io.espalier.launcher.control.StackStatus;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All that {@code status} shows; its JSON is what {@code --json} prints.
 *
 * @param ui address of the web UI
 * @param history what tracker-ui knows; empty if it does not answer
 * @param trouble why it does not answer
 */
record StatusReport(
    String ui,
    List<StackStatus.Service> services,
    int trainers,
    Optional<History> history,
    Optional<String> trouble) {
  private static final Set<String> HEALTHY = Set.of("ready", "stopped");

  StatusReport {
    services = List.copyOf(services);
  }

  /**
   * What tracker-ui knows.
   *
   * @param campaigns those that have not ended
   * @param endedCampaigns how many have
   * @param deadLetters how many records could not be read
   * @param latestDeadLetters the latest of them
   */
  record History(
      List<Workers.Worker> workers,
      long queued,
      List<Campaign> campaigns,
      long endedCampaigns,
      int deadLetters,
      List<DeadLetter> latestDeadLetters) {
    private static final int LATEST = 5;

    static History of(Workers workers, List<Campaign> campaigns, List<DeadLetter> letters) {
      List<Campaign> open = campaigns.stream().filter(c -> !c.state().ended()).toList();
      return new History(
          List.copyOf(workers.workers()),
          workers.queued(),
          open,
          campaigns.size() - open.size(),
          letters.size(),
          letters.stream().limit(LATEST).toList());
    }
  }

  /** Whether every process runs as it should, and tracker-ui answers. */
  @JsonProperty("healthy")
  boolean healthy() {
    return history.isPresent() && services.stream().allMatch(StatusReport::healthy);
  }

  static boolean healthy(StackStatus.Service service) {
    return HEALTHY.contains(service.state());
  }
}
