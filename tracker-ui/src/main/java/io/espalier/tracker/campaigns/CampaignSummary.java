package io.espalier.tracker.campaigns;

import java.time.Instant;

/**
 * A campaign in one line.
 *
 * @param trials trials of its plan
 * @param trainings trainings of its plan, retrainings included
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
    Counts counts) {}
