package io.espalier.audit.archive.exporting;

import io.espalier.events.CampaignEvent.CampaignStopped;
import io.espalier.events.CampaignEvent.TrialRetried;
import io.espalier.events.Event;
import io.espalier.events.ProposalEvent.CandidateProposed;
import io.espalier.events.ProposalEvent.ProposingFinished;
import io.espalier.events.PruningEvent;
import io.espalier.events.PruningEvent.Pruned;
import io.espalier.events.PruningEvent.ScheduleFinished;
import io.espalier.events.TrainingEvent;
import io.espalier.events.TrainingEvent.Trained;
import io.espalier.events.TrialEvent;
import io.espalier.plan.StepRef;
import io.espalier.plan.TrialPlan;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Whether a campaign goes on: what its events ask for and no event answers. In any order. */
final class OpenWork {
  private final Set<Asked> trainings = new HashSet<>();
  private final Set<Asked> trained = new HashSet<>();
  private final Set<Asked> prunings = new HashSet<>();
  private final Set<Asked> pruned = new HashSet<>();
  private final Map<String, Integer> attempts = new HashMap<>();
  private final Set<String> endedBranches = new HashSet<>();
  private boolean proposed;
  private boolean stopped;

  private record Asked(String trial, int attempt, StepRef at) {
    static Asked of(TrialPlan plan, StepRef at) {
      return new Asked(plan.trial(), plan.attempt(), at);
    }

    String branch() {
      return trial + "/" + attempt + "/" + at.branch();
    }
  }

  void take(Event event) {
    if (event instanceof CampaignStopped) {
      stopped = true;
    } else if (event instanceof ProposingFinished) {
      proposed = true;
    } else if (event instanceof TrialRetried retried) {
      attempts.merge(retried.trial(), retried.attempt(), Math::max);
    } else if (event instanceof TrialEvent of) {
      take(of, Asked.of(of.plan(), of.at()));
    }
  }

  private void take(TrialEvent event, Asked what) {
    if (event instanceof CandidateProposed) {
      attempts.merge(what.trial(), what.attempt(), Math::max);
      trainings.add(what);
    } else if (event instanceof Pruned) {
      trainings.add(what);
    }
    if (event instanceof ScheduleFinished) {
      endedBranches.add(what.branch());
    } else if (event instanceof PruningEvent) {
      pruned.add(what);
    } else if (event instanceof TrainingEvent) {
      trained.add(what);
    }
    if (event instanceof Trained) {
      event.plan().following(what.at()).forEach(at -> prunings.add(Asked.of(event.plan(), at)));
    }
  }

  /** Whether anything is still to come, unless the campaign was stopped. */
  boolean isLeft() {
    return !stopped
        && (!proposed
            || trainings.stream().anyMatch(t -> isCurrent(t) && !trained.contains(t))
            || prunings.stream()
                .anyMatch(
                    p ->
                        isCurrent(p)
                            && !pruned.contains(p)
                            && !endedBranches.contains(p.branch())));
  }

  private boolean isCurrent(Asked asked) {
    return asked.attempt() >= attempts.getOrDefault(asked.trial(), 0);
  }
}
