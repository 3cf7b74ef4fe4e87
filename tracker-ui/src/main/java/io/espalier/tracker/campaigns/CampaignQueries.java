package io.espalier.tracker.campaigns;

import io.espalier.tracker.trials.Training;
import io.espalier.tracker.trials.TrainingState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.hibernate.Session;

/** Reads campaigns; a fixed number of queries each, however many trainings there are. */
@ApplicationScoped
@Transactional
public class CampaignQueries {
  private static final String TALLY =
      "select t.campaign, t.state, count(*), max(t.since) from Training t where t.current";

  private static final String IN_ORDER =
      "campaign = ?1 and current order by length(trial), trial,"
          + " nullif(branch, 'dense') nulls first, step";

  private final Session entities;
  private final ResultQueries results;

  CampaignQueries(Session entities, ResultQueries results) {
    this.entities = entities;
    this.results = results;
  }

  /** All campaigns, the latest first. */
  public List<CampaignSummary> all() {
    Map<String, Tally> tallies =
        tallies(
            entities
                .createQuery(TALLY + " group by t.campaign, t.state", Object[].class)
                .getResultList());
    return Campaign.<Campaign>list("launchedAt is not null order by launchedAt desc, id").stream()
        .map(c -> summary(c, tallies.getOrDefault(c.id, new Tally())))
        .toList();
  }

  /** The state of a campaign and the number of its last decision. */
  public Optional<CampaignSummary> summary(String id) {
    return launched(id).map(this::summary);
  }

  /** The number of a campaign's last decision. */
  public int revision(String id) {
    return Campaign.<Campaign>findByIdOptional(id).map(c -> c.revision).orElse(0);
  }

  /** A campaign with its results. */
  public Optional<CampaignDetail> detail(String id) {
    return launched(id)
        .map(
            c -> {
              List<String> designs = Designs.of(c.spec).labels();
              return CampaignDetail.of(
                  summary(c), c.description, c.spec, designs, results.of(c, designs));
            });
  }

  /** The trainings of a campaign's trials, in the order of trials, branches and steps. */
  public List<Training> trainings(String campaign) {
    return Training.list(IN_ORDER, campaign);
  }

  /** A page of them, from 0. */
  public List<Training> trainings(String campaign, int page, int size) {
    return Training.<Training>find(IN_ORDER, campaign).page(page, size).list();
  }

  /** The rows with these ids. */
  public List<Training> trainings(Collection<String> ids) {
    return ids.isEmpty() ? List.of() : Training.list("id in ?1 and current", ids);
  }

  private static Optional<Campaign> launched(String id) {
    return Campaign.<Campaign>findByIdOptional(id).filter(c -> c.launchedAt != null);
  }

  private CampaignSummary summary(Campaign c) {
    Map<String, Tally> tally =
        tallies(
            entities
                .createQuery(
                    TALLY + " and t.campaign = ?1 group by t.campaign, t.state", Object[].class)
                .setParameter(1, c.id)
                .getResultList());
    return summary(c, tally.getOrDefault(c.id, new Tally()));
  }

  private static CampaignSummary summary(Campaign c, Tally tally) {
    CampaignState state =
        CampaignState.of(c.stoppedAt != null, c.paused, tally.total(), tally.open());
    Instant finishedAt =
        switch (state) {
          case FINISHED -> tally.lastEnd;
          case STOPPED -> c.stoppedAt;
          case RUNNING, PAUSED -> null;
        };
    return new CampaignSummary(
        c.id,
        c.name,
        c.dataset,
        state,
        c.launchedAt,
        finishedAt,
        c.trials,
        c.trainings - Math.toIntExact(tally.of(TrainingState.NOT_NEEDED)),
        new Counts(
            tally.of(TrainingState.QUEUED),
            tally.of(TrainingState.TRAINING),
            tally.of(TrainingState.TRAINED),
            tally.of(TrainingState.FAILED),
            tally.of(TrainingState.CANCELLED)),
        c.archive);
  }

  private static Map<String, Tally> tallies(List<Object[]> rows) {
    Map<String, Tally> tallies = new HashMap<>();
    for (Object[] row : rows) {
      tallies
          .computeIfAbsent((String) row[0], c -> new Tally())
          .add((TrainingState) row[1], (Long) row[2], (Instant) row[3]);
    }
    return tallies;
  }

  private static final class Tally {
    private final Map<TrainingState, Long> counts = new EnumMap<>(TrainingState.class);
    private Instant lastEnd;

    void add(TrainingState state, long count, Instant last) {
      counts.put(state, count);
      if (state.ended() && last != null && (lastEnd == null || last.isAfter(lastEnd))) {
        lastEnd = last;
      }
    }

    long of(TrainingState state) {
      return counts.getOrDefault(state, 0L);
    }

    long total() {
      return sum(state -> state != TrainingState.NOT_NEEDED);
    }

    long open() {
      return sum(state -> !state.ended());
    }

    private long sum(Predicate<TrainingState> which) {
      return counts.entrySet().stream()
          .filter(e -> which.test(e.getKey()))
          .mapToLong(Map.Entry::getValue)
          .sum();
    }
  }
}
