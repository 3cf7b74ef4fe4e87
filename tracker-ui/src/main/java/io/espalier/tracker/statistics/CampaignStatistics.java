package io.espalier.tracker.statistics;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * What a campaign's trials say, and how far it can be trusted.
 *
 * @param leastSeeds fewer pairs never make a difference significant
 * @param confidence of every interval
 * @param correction over all comparisons of the campaign that have enough pairs
 * @param alpha what an adjusted p has to be below
 * @param test between two variants
 * @param effect what {@code effectSize} is
 * @param groups every step that any trial finished, by design and in the order of the plan
 * @param comparisons every pairing that any trial has both sides of, likewise
 */
public record CampaignStatistics(
    int leastSeeds,
    double confidence,
    String correction,
    double alpha,
    String test,
    String effect,
    List<Group> groups,
    List<Comparison> comparisons) {

  static CampaignStatistics of(List<Group> groups, List<Comparison> uncorrected) {
    return new CampaignStatistics(
        Rules.LEAST_SEEDS,
        Rules.CONFIDENCE,
        "Holm",
        Rules.ALPHA,
        "paired t-test, two-sided",
        "Hedges' g_z",
        groups,
        corrected(uncorrected));
  }

  private static List<Comparison> corrected(List<Comparison> comparisons) {
    Iterator<Double> adjusted =
        Holm.adjust(comparisons.stream().filter(Comparison::rests).map(Comparison::p).toList())
            .iterator();
    List<Comparison> corrected = new ArrayList<>();
    for (Comparison c : comparisons) {
      corrected.add(c.rests() ? c.corrected(adjusted.next()) : c);
    }
    return List.copyOf(corrected);
  }
}
