package io.espalier.tracker.campaigns;

import java.time.Instant;

/**
 * A campaign in one line.
 *
 * @param trials trials of its plan
 * @param trainings trainings of its plan, retrainings included, but those that turned out not to be
 *     needed
 * @param archive root hash of the archive that it was imported from; null if it ran here
 */
public record CampaignSummary(
    String id,
    String name,
    String dataset,
    CampaignState state,
    Instant launchedAt,
    Instant finishedAt,
    int trials,
    int trainings,
    Counts counts,
    String archive) {}
