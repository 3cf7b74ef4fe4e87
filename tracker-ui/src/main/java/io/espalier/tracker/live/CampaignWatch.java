package io.espalier.tracker.live;

import java.util.HashSet;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;

/** What changed of a campaign since a browser last looked; bounded by the campaign's trainings. */
final class CampaignWatch {
  private final String campaign;
  private final Set<String> trainings = new HashSet<>();
  private boolean changed;

  CampaignWatch(String campaign) {
    this.campaign = campaign;
  }

  String campaign() {
    return campaign;
  }

  synchronized void changed(Set<String> ids) {
    changed = true;
    trainings.addAll(ids);
  }

  /**
   * Rows that changed and were not taken yet, at most so many; empty if not even the campaign did.
   */
  synchronized Optional<Set<String>> take(int most) {
    if (!changed) {
      return Optional.empty();
    }
    Set<String> taken = new HashSet<>();
    for (Iterator<String> id = trainings.iterator(); id.hasNext() && taken.size() < most; ) {
      taken.add(id.next());
      id.remove();
    }
    changed = !trainings.isEmpty();
    return Optional.of(taken);
  }
}
