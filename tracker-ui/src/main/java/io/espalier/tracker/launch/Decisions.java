package io.espalier.tracker.launch;

import io.espalier.campaign.CampaignSpec;
import io.espalier.envelope.Position;
import io.espalier.events.CampaignEvent;
import io.espalier.events.CampaignEvent.CampaignLaunched;
import io.espalier.events.CampaignEvent.TrialRetried;
import io.espalier.tracker.broker.Publisher;
import io.espalier.tracker.history.Progress;
import io.espalier.tracker.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Locale;
import org.jboss.logging.Logger;

/** Publishes decisions, one at a time, each on the state that the one before it left. */
@ApplicationScoped
class Decisions {
  private static final Logger LOG = Logger.getLogger(Decisions.class);
  private static final Duration READ_BACK_WITHIN = Duration.ofSeconds(10);

  private final Publisher publisher;
  private final Progress progress;
  private final Standing standing;
  private final SecureRandom random = new SecureRandom();

  Decisions(Publisher publisher, Progress progress, Standing standing) {
    this.publisher = publisher;
    this.progress = progress;
    this.standing = standing;
  }

  /** What may be decided about a campaign, besides launching it. */
  enum Kind {
    PAUSE,
    RESUME,
    STOP
  }

  /** Launches a campaign and returns its id. */
  String launch(CampaignSpec spec) {
    String id = CampaignIds.of(spec.name(), random);
    publish(new CampaignLaunched(id, spec));
    return id;
  }

  /** Decides about a campaign. */
  synchronized void decide(String campaign, Kind kind) {
    standing.refusal(campaign, kind).ifPresent(why -> refuse(kind.toString(), why));
    int revision = standing.revision(campaign) + 1;
    publish(
        switch (kind) {
          case PAUSE -> new CampaignEvent.CampaignPaused(campaign, revision);
          case RESUME -> new CampaignEvent.CampaignResumed(campaign, revision);
          case STOP -> new CampaignEvent.CampaignStopped(campaign, revision);
        });
  }

  /** Runs a trial again from the start. */
  synchronized void retry(String trial) {
    standing.retryRefusal(trial).ifPresent(why -> refuse("RETRY", why));
    publish(new TrialRetried(standing.campaignOf(trial), trial, standing.attempt(trial) + 1));
  }

  private void publish(CampaignEvent event) {
    Position position;
    try {
      position = publisher.decide(event);
    } catch (Publisher.NotPublished e) {
      throw Refusal.unavailable("Not published", e.getMessage());
    }
    try {
      if (!progress.reached(position, READ_BACK_WITHIN)) {
        LOG.warnf("%s is published, but the history is behind", event.eventId());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void refuse(String what, String why) {
    throw Refusal.conflict("Cannot " + what.toLowerCase(Locale.ROOT), why);
  }
}
