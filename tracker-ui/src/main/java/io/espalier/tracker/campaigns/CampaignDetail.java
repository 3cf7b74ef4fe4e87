package io.espalier.tracker.campaigns;

import io.espalier.campaign.CampaignSpec;
import java.time.Instant;
import java.util.List;

/**
 * A campaign with what was asked for and what it gave.
 *
 * @param designs labels of what it compares, in the order of its file
 */
public record CampaignDetail(
    String id,
    String name,
    String dataset,
    CampaignState state,
    Instant launchedAt,
    Instant finishedAt,
    int trials,
    int trainings,
    Counts counts,
    String archive,
    String description,
    CampaignSpec spec,
    List<String> designs,
    List<Result> results) {

  static CampaignDetail of(
      CampaignSummary summary,
      String description,
      CampaignSpec spec,
      List<String> designs,
      List<Result> results) {
    return new CampaignDetail(
        summary.id(),
        summary.name(),
        summary.dataset(),
        summary.state(),
        summary.launchedAt(),
        summary.finishedAt(),
        summary.trials(),
        summary.trainings(),
        summary.counts(),
        summary.archive(),
        description,
        spec,
        designs,
        results);
  }
}
