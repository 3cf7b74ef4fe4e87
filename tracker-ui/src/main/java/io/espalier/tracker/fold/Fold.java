package io.espalier.tracker.fold;

import io.espalier.events.CampaignEvent;
import io.espalier.events.CampaignEvent.CampaignLaunched;
import io.espalier.events.EpochEvent.EpochFinished;
import io.espalier.events.Event;
import io.espalier.events.ProposalEvent;
import io.espalier.events.ProposalEvent.ProposingFinished;
import io.espalier.events.PruningEvent;
import io.espalier.events.ScoringEvent;
import io.espalier.events.TrainingEvent;
import io.espalier.events.TrialEvent;
import io.espalier.events.WorkerEvent;
import io.espalier.plan.TrialPlan;
import io.espalier.structure.prior.DrawnNetworks;
import io.espalier.tracker.campaigns.Campaign;
import io.espalier.tracker.campaigns.Designs;
import io.espalier.tracker.trials.Epoch;
import io.espalier.tracker.trials.Score;
import io.espalier.tracker.trials.TrialFold;
import io.espalier.tracker.trials.TrialRows;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Folds events into read models. Events of one topic and key come in their order, each once;
 * between topics any order gives the same rows. {@link #finish} must follow the last event.
 */
public final class Fold {
  /** Raised whenever the same events give other rows: the read models are then rebuilt. */
  public static final int VERSION = 4;

  private final ReadModels models;
  private final Set<TrialRows> trials = new LinkedHashSet<>();
  private final Map<String, Set<String>> changed = new HashMap<>();
  private final Workers workers;

  /** A fold into these rows. */
  public Fold(ReadModels models) {
    this.models = models;
    this.workers = new Workers(models);
  }

  /** Takes one event that happened here, told at {@code time}. */
  public void apply(Event event, Instant time) {
    apply(event, time, Optional.empty());
  }

  /**
   * Takes one event, told at {@code time}.
   *
   * @param archive root hash of the archive it was imported from; what workers say there is about
   *     trainings only, for those workers are none of ours
   */
  public void apply(Event event, Instant time, Optional<String> archive) {
    if (event instanceof TrialEvent e) {
      TrialRows rows = touched(e.plan().trial(), e.campaign());
      rows.planned(e.plan());
      ofTrial(rows, e, time);
    } else if (event instanceof CampaignEvent e) {
      ofCampaign(e, time, archive);
    } else if (event instanceof EpochFinished e) {
      touched(e.trial(), e.campaign()).epoch(e, time);
      models.add(Epoch.of(e));
    } else if (event instanceof WorkerEvent e) {
      if (archive.isEmpty()) {
        workers.apply(e, time);
      }
      if (e instanceof WorkerEvent.WorkerBusy busy) {
        touched(busy.trial(), busy.campaign()).busy(busy, time);
      }
    } else if (event instanceof ProposingFinished e) {
      models.campaign(e.campaign()).proposingFinishedAt = time;
      changedOf(e.campaign());
    } else {
      throw new IllegalStateException("no fold for " + event);
    }
  }

  /** The one trial that an event is about; absent if it is about none or many. */
  public static Optional<String> trialOf(Event event) {
    return event instanceof CampaignEvent.CampaignLaunched
        ? Optional.empty()
        : Subjects.trialsOf(event).stream().findFirst();
  }

  /** Settles the states of all trials that were touched and says what changed. */
  public Changes finish() {
    for (TrialRows rows : trials) {
      settle(rows, models.campaign(rows.trial().campaign).stoppedAt);
    }
    return new Changes(changed);
  }

  private void settle(TrialRows rows, Instant stoppedAt) {
    rows.settle(stoppedAt);
    rows.changed().forEach(t -> changedOf(t.campaign).add(t.id));
  }

  private Set<String> changedOf(String campaign) {
    return changed.computeIfAbsent(campaign, c -> new HashSet<>());
  }

  private void ofTrial(TrialRows rows, TrialEvent event, Instant time) {
    if (event instanceof TrainingEvent e) {
      e.match(
          trained -> run(() -> TrialFold.trained(rows, trained, time)),
          failed -> run(() -> TrialFold.failed(rows, failed, time)),
          cancelled -> run(() -> TrialFold.cancelled(rows, cancelled, time)));
    } else if (event instanceof PruningEvent e) {
      e.match(
          pruned -> run(() -> models.add(TrialFold.pruned(rows, pruned, time))),
          finished -> run(() -> TrialFold.scheduleFinished(rows, finished, time)),
          failed -> run(() -> TrialFold.pruningFailed(rows, failed, time)));
    } else if (event instanceof ScoringEvent e) {
      Score score = models.score(TrialFold.scoreId(e), e.plan().trial());
      e.match(
          predicted -> run(() -> TrialFold.predicted(rows, score, predicted)),
          observed -> run(() -> TrialFold.observed(rows, score, observed)));
    } else if (event instanceof ProposalEvent e) {
      e.match(
          proposed -> run(() -> TrialFold.proposed(rows, proposed, time)),
          skipped -> run(() -> TrialFold.skipped(rows, skipped, time)),
          finished -> null);
    }
  }

  private void ofCampaign(CampaignEvent event, Instant time, Optional<String> archive) {
    Campaign campaign = models.campaign(event.campaign());
    changedOf(campaign.id);
    event.match(
        launched ->
            run(
                () -> {
                  campaign.launched(launched, time);
                  campaign.archive = archive.orElse(null);
                  planned(launched);
                }),
        paused -> run(() -> campaign.decided(paused.revision(), true)),
        resumed -> run(() -> campaign.decided(resumed.revision(), false)),
        stopped ->
            run(
                () -> {
                  campaign.stopped(stopped.revision(), time);
                  models.visitTrials(campaign.id, rows -> settle(rows, campaign.stoppedAt));
                }),
        retried -> run(() -> touched(retried.trial(), campaign.id).attempt(retried.attempt())));
  }

  private void planned(CampaignLaunched launched) {
    List<TrialPlan> plans = DrawnNetworks.plans(launched.spec(), launched.campaign());
    Designs designs = Designs.of(launched.spec());
    for (int i = 0; i < plans.size(); i++) {
      TrialRows rows = touched(plans.get(i).trial(), launched.campaign());
      rows.planned(plans.get(i));
      rows.designed(designs.ofTrial(i));
    }
  }

  private TrialRows touched(String trial, String campaign) {
    TrialRows rows = models.trial(trial, campaign);
    trials.add(rows);
    return rows;
  }

  private static Void run(Runnable action) {
    action.run();
    return null;
  }
}
