package io.espalier.events;

import io.espalier.campaign.CampaignSpec;
import io.espalier.plan.Require;
import java.util.function.Function;

/** What may arrive on {@code campaigns}: what people decide about a campaign. */
public sealed interface CampaignEvent extends Event {

  /** Calls the function for this variant; a new variant makes every call site incomplete. */
  default <R> R match(
      Function<CampaignLaunched, R> launched,
      Function<CampaignPaused, R> paused,
      Function<CampaignResumed, R> resumed,
      Function<CampaignStopped, R> stopped,
      Function<TrialRetried, R> retried) {
    if (this instanceof CampaignLaunched e) {
      return launched.apply(e);
    }
    if (this instanceof CampaignPaused e) {
      return paused.apply(e);
    }
    if (this instanceof CampaignResumed e) {
      return resumed.apply(e);
    }
    if (this instanceof CampaignStopped e) {
      return stopped.apply(e);
    }
    return retried.apply((TrialRetried) this);
  }

  @Override
  default String key() {
    return campaign();
  }

  /** A campaign was launched: propose its trials. */
  @WireName("campaign-launched.v1")
  record CampaignLaunched(String campaign, CampaignSpec spec) implements CampaignEvent {
    public CampaignLaunched {
      Require.text("campaign", campaign);
      Require.present("spec", spec);
    }

    @Override
    public String eventId() {
      return campaign + "/launched";
    }
  }

  /**
   * No further trials are proposed until resumed; those under way finish.
   *
   * @param revision counts the decisions about this campaign, from 1
   */
  @WireName("campaign-paused.v1")
  record CampaignPaused(String campaign, int revision) implements CampaignEvent {
    public CampaignPaused {
      Require.text("campaign", campaign);
      Require.atLeast("revision", revision, 1);
    }

    @Override
    public String eventId() {
      return campaign + "/decision/" + revision;
    }
  }

  /** Proposing goes on after a pause. */
  @WireName("campaign-resumed.v1")
  record CampaignResumed(String campaign, int revision) implements CampaignEvent {
    public CampaignResumed {
      Require.text("campaign", campaign);
      Require.atLeast("revision", revision, 1);
    }

    @Override
    public String eventId() {
      return campaign + "/decision/" + revision;
    }
  }

  /**
   * The campaign ends for good: queued trainings are cancelled, running ones at their next epoch.
   */
  @WireName("campaign-stopped.v1")
  record CampaignStopped(String campaign, int revision) implements CampaignEvent {
    public CampaignStopped {
      Require.text("campaign", campaign);
      Require.atLeast("revision", revision, 1);
    }

    @Override
    public String eventId() {
      return campaign + "/decision/" + revision;
    }
  }

  /**
   * A trial is to be run again from the start.
   *
   * @param attempt the number of the new attempt, from 2
   */
  @WireName("trial-retried.v1")
  record TrialRetried(String campaign, String trial, int attempt) implements CampaignEvent {
    public TrialRetried {
      Require.text("campaign", campaign);
      Require.text("trial", trial);
      Require.atLeast("attempt", attempt, 2);
    }

    @Override
    public String eventId() {
      return trial + "/" + attempt + "/retried";
    }
  }
}
