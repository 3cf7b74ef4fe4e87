package io.espalier.tracker.statistics.campaign;

import io.espalier.tracker.campaigns.Campaign;
import io.espalier.tracker.campaigns.Designs;
import io.espalier.tracker.statistics.CampaignStatistics;
import io.espalier.tracker.statistics.Collector;
import io.espalier.tracker.statistics.Observation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.Session;

/** Collects the statistics of a campaign; one query, whose rows are never all held. */
@ApplicationScoped
@Transactional
class StatisticsQueries {
  private static final int ROWS_AT_ONCE = 2000;
  private static final String TRAINED =
      "select coalesce(design, architecture), trial, branch, step, test_accuracy,"
          + " coalesce(sparsity, 0), end_reason is not null"
          + " from training where campaign = ?1 and current and state = 'TRAINED'"
          + " and test_accuracy is not null order by trial";

  private final Session entities;

  StatisticsQueries(Session entities) {
    this.entities = entities;
  }

  /** The statistics of what is trained so far; absent of an unknown campaign. */
  Optional<CampaignStatistics> of(String id) {
    return Campaign.<Campaign>findByIdOptional(id)
        .filter(c -> c.launchedAt != null)
        .map(this::collect);
  }

  private CampaignStatistics collect(Campaign campaign) {
    Collector collector =
        new Collector(Designs.of(campaign.spec).labels(), campaign.spec.branches());
    try (Stream<Object[]> rows =
        entities
            .createNativeQuery(TRAINED, Object[].class)
            .setParameter(1, campaign.id)
            .setFetchSize(ROWS_AT_ONCE)
            .getResultStream()) {
      rows.forEach(row -> collector.take(observation(row)));
    }
    return collector.statistics();
  }

  private static Observation observation(Object[] row) {
    return new Observation(
        (String) row[0],
        (String) row[1],
        (String) row[2],
        ((Number) row[3]).intValue(),
        ((Number) row[4]).doubleValue(),
        ((Number) row[5]).doubleValue(),
        (Boolean) row[6]);
  }
}
