package io.espalier.audit.verification;

import io.espalier.campaign.CampaignSpec;
import io.espalier.events.CampaignEvent.CampaignLaunched;
import io.espalier.plan.BranchPlan;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Trials by number, attempts, the dense network first, branches as planned, steps. */
final class TrainingOrder implements Comparator<TrainingKey> {
  private final List<String> branches;
  private final Comparator<TrainingKey> order;

  TrainingOrder(Optional<CampaignLaunched> launched) {
    branches =
        launched.map(CampaignLaunched::spec).map(CampaignSpec::branches).stream()
            .flatMap(List::stream)
            .map(BranchPlan::name)
            .toList();
    order =
        Comparator.comparingLong((TrainingKey key) -> number(key.trial()))
            .thenComparing(TrainingKey::trial)
            .thenComparingInt(TrainingKey::attempt)
            .thenComparingInt(key -> branches.indexOf(key.at().branch()))
            .thenComparing(key -> key.at().branch())
            .thenComparingInt(key -> key.at().step());
  }

  @Override
  public int compare(TrainingKey a, TrainingKey b) {
    return order.compare(a, b);
  }

  private static long number(String trial) {
    String last = trial.substring(trial.lastIndexOf('.') + 1);
    return last.matches("\\d{1,9}") ? Long.parseLong(last) : Long.MAX_VALUE;
  }
}
