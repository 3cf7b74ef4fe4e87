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
    CampaignState state = state(campaign);
    return switch (kind) {
      case PAUSE -> Verdict.onPause(state);
      case RESUME -> Verdict.onResume(state);
      case STOP -> Verdict.onStop(state);
    };
  }

  /** Why a retry makes no sense; empty if it does. */
  Optional<String> retryRefusal(String trial) {
    TrialDetail detail = trial(trial);
    return Verdict.onRetry(state(detail.campaign()), detail.trainings(), workers::alive);
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

  private CampaignState state(String campaign) {
    return campaigns
        .summary(campaign)
        .map(CampaignSummary::state)
        .orElseThrow(() -> Refusal.unknown("campaign", campaign));
  }

  private TrialDetail trial(String id) {
    return trials.detail(id).orElseThrow(() -> Refusal.unknown("trial", id));
  }
}
