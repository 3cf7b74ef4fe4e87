package io.espalier.tracker.launch;

import io.espalier.tracker.audit.TrialDetail;
import io.espalier.tracker.audit.TrialQueries;
import io.espalier.tracker.campaigns.CampaignQueries;
import io.espalier.tracker.campaigns.CampaignState;
import io.espalier.tracker.campaigns.CampaignSummary;
import io.espalier.tracker.launch.Decisions.Kind;
import io.espalier.tracker.web.Refusal;
import io.espalier.tracker.workers.WorkerQueries;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** How things stand when a decision is taken. */
@ApplicationScoped
class Standing {
  private final CampaignQueries campaigns;
  private final TrialQueries trials;
  private final WorkerQueries workers;

  Standing(CampaignQueries campaigns, TrialQueries trials, WorkerQueries workers) {
    this.campaigns = campaigns;
    this.trials = trials;
    this.workers = workers;
  }

  /** Why the decision makes no sense; empty if it does. */
  Optional<String> refusal(String campaign, Kind kind) {
    CampaignSummary summary = campaign(campaign);
    CampaignState state = summary.state();
    return Verdict.onImported(summary.archive())
        .or(
            () ->
                switch (kind) {
                  case PAUSE -> Verdict.onPause(state);
                  case RESUME -> Verdict.onResume(state);
                  case STOP -> Verdict.onStop(state);
                });
  }

  /** Why a retry makes no sense; empty if it does. */
  Optional<String> retryRefusal(String trial) {
    TrialDetail detail = trial(trial);
    CampaignSummary campaign = campaign(detail.campaign());
    return Verdict.onImported(campaign.archive())
        .or(() -> Verdict.onRetry(campaign.state(), detail.trainings(), workers::alive));
  }

  int revision(String campaign) {
    return campaigns.revision(campaign);
  }

  String campaignOf(String trial) {
    return trial(trial).campaign();
  }

  int attempt(String trial) {
    return trial(trial).attempt();
  }

  private CampaignSummary campaign(String id) {
    return campaigns.summary(id).orElseThrow(() -> Refusal.unknown("campaign", id));
  }

  private TrialDetail trial(String id) {
    return trials.detail(id).orElseThrow(() -> Refusal.unknown("trial", id));
  }
}
