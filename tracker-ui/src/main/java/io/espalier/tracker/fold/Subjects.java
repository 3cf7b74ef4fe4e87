package io.espalier.tracker.fold;

import io.espalier.events.CampaignEvent.CampaignLaunched;
import io.espalier.events.CampaignEvent.TrialRetried;
import io.espalier.events.EpochEvent.EpochFinished;
import io.espalier.events.Event;
import io.espalier.events.ScoringEvent;
import io.espalier.events.TrialEvent;
import io.espalier.events.WorkerEvent;
import io.espalier.events.WorkerEvent.WorkerBusy;
import io.espalier.tracker.trials.TrialFold;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whose rows a batch of events needs, so that they can be read at once. */
record Subjects(
    Set<String> campaigns, Set<String> trials, Set<String> scores, Set<String> workers) {

  static Subjects of(Collection<? extends Event> events) {
    Subjects all = new Subjects(new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>());
    for (Event event : events) {
      if (!event.campaign().isEmpty()) {
        all.campaigns.add(event.campaign());
      }
      all.trials.addAll(trialsOf(event));
      if (event instanceof ScoringEvent e) {
        all.scores.add(TrialFold.scoreId(e));
      }
      if (event instanceof WorkerEvent e) {
        all.workers.add(e.worker());
      }
    }
    return all;
  }

  /** The trials that an event is about; none for most events about workers and campaigns. */
  static List<String> trialsOf(Event event) {
    if (event instanceof TrialEvent e) {
      return List.of(e.plan().trial());
    }
    if (event instanceof EpochFinished e) {
      return List.of(e.trial());
    }
    if (event instanceof WorkerBusy e) {
      return List.of(e.trial());
    }
    if (event instanceof TrialRetried e) {
      return List.of(e.trial());
    }
    if (event instanceof CampaignLaunched e) {
      return e.spec().trialIds(e.campaign());
    }
    return List.of();
  }
}
