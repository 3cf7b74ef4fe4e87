package io.espalier.tracker.campaigns;

import com.fasterxml.jackson.core.type.TypeReference;
import io.espalier.campaign.CampaignSpec;
import io.espalier.events.CampaignEvent.CampaignLaunched;
import io.espalier.tracker.columns.JsonColumn;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** A campaign; what its file says is absent until the launch has arrived. */
@Entity
public class Campaign extends PanacheEntityBase {
  @Id public String id;
  public String name;
  public String description;
  public String dataset;

  @Convert(converter = OfSpec.class)
  public CampaignSpec spec;

  public Instant launchedAt;
  public int trials;
  public int trainings;

  /** Number of the last decision. */
  public int revision;

  public boolean paused;
  public Instant stoppedAt;
  public Instant proposingFinishedAt;

  /**
   * Root hash of the archive it was imported from: history that nobody acts upon; absent of
   * campaigns that ran here.
   */
  public String archive;

  /** A campaign that nothing is known of yet. */
  public static Campaign unknown(String id) {
    Campaign campaign = new Campaign();
    campaign.id = id;
    return campaign;
  }

  /** Takes over what the campaign file says. */
  public void launched(CampaignLaunched e, Instant time) {
    spec = e.spec();
    name = spec.name();
    description = spec.description();
    dataset = spec.dataset();
    trials = spec.trials();
    trainings = spec.trainings();
    launchedAt = time;
  }

  /** A decision; of two that contradict each other the later revision counts. */
  public void decided(int revision, boolean paused) {
    if (revision > this.revision) {
      this.revision = revision;
      this.paused = paused;
    }
  }

  /** The end by decision. */
  public void stopped(int revision, Instant time) {
    decided(revision, false);
    if (stoppedAt == null) {
      stoppedAt = time;
    }
  }

  @Converter
  @Immutable
  static class OfSpec extends JsonColumn<CampaignSpec> {
    OfSpec() {
      super(new TypeReference<>() {});
    }
  }
}
