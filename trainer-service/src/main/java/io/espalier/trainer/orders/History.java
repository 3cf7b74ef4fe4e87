package io.espalier.trainer.orders;

import io.espalier.events.CampaignEvent.CampaignStopped;
import io.espalier.events.CampaignEvent.TrialRetried;
import io.espalier.events.Event;
import io.espalier.events.TrainingEvent;
import io.espalier.plan.StepRef;
import io.espalier.plan.TrialPlan;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the topics {@code trained} and {@code campaigns} have told so far. Events may come
 * repeatedly and in any order between topics. Thread-safe.
 */
public final class History implements Standing {

  private record Training(String trial, int attempt, StepRef at) {}

  private final Set<Training> finished = ConcurrentHashMap.newKeySet();
  private final Set<String> stoppedCampaigns = ConcurrentHashMap.newKeySet();
  private final Map<String, Integer> latestAttempts = new ConcurrentHashMap<>();

  /** Takes note of an event; those that change nothing here are passed over. */
  public void learn(Event event) {
    if (event instanceof TrainingEvent ended) {
      finished.add(training(ended.plan(), ended.at()));
    } else if (event instanceof CampaignStopped stopped) {
      stoppedCampaigns.add(stopped.campaign());
    } else if (event instanceof TrialRetried retried) {
      latestAttempts.merge(retried.trial(), retried.attempt(), Math::max);
    }
  }

  @Override
  public boolean isFinished(TrialPlan plan, StepRef at) {
    return finished.contains(training(plan, at));
  }

  @Override
  public Optional<String> cancellation(TrialPlan plan) {
    if (stoppedCampaigns.contains(plan.campaign())) {
      return Optional.of("campaign " + plan.campaign() + " was stopped");
    }
    int latest = latestAttempts.getOrDefault(plan.trial(), plan.attempt());
    return latest > plan.attempt()
        ? Optional.of("attempt " + latest + " of trial " + plan.trial() + " replaces this one")
        : Optional.empty();
  }

  private static Training training(TrialPlan plan, StepRef at) {
    return new Training(plan.trial(), plan.attempt(), at);
  }
}
