package io.espalier.tracker.steps;

import io.espalier.tracker.trials.PruningStep;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;

/** Reads the pruning steps of a campaign's trials, of their latest attempts, a page at a time. */
@ApplicationScoped
@Transactional
public class CampaignSteps {
  private static final String OF_CAMPAIGN =
      " from PruningStep p join Training t on t.id = p.training"
          + " where t.campaign = ?1 and t.current";

  private final Session entities;
  private final StepRows rows;

  CampaignSteps(Session entities, StepRows rows) {
    this.entities = entities;
    this.rows = rows;
  }

  /** How many steps there are. */
  public long count(String campaign) {
    return entities
        .createQuery("select count(*)" + OF_CAMPAIGN, Long.class)
        .setParameter(1, campaign)
        .getSingleResult();
  }

  /**
   * A page of them, by trial, branch and step.
   *
   * @param page from 0
   */
  public List<PruningStepRow> page(String campaign, int page, int size) {
    return rows(
        ids(campaign)
            .setFirstResult(Math.multiplyExact(page, size))
            .setMaxResults(size)
            .getResultList());
  }

  /** All of them in the order of {@link #page}, as {@link #rows} takes them. */
  public List<String> all(String campaign) {
    return ids(campaign).getResultList();
  }

  /** The rows of steps that {@link #all} named, in their order. */
  public List<PruningStepRow> rows(List<String> steps) {
    Map<String, Integer> places = new HashMap<>();
    steps.forEach(id -> places.put(id, places.size()));
    return rows.of(
        PruningStep.<PruningStep>list("training in ?1", steps).stream()
            .sorted(Comparator.comparing(step -> places.get(step.training)))
            .toList());
  }

  /** The names of the structure features that any step of a campaign reports, sorted. */
  public List<String> features(String campaign) {
    return entities
        .createNativeQuery(
            "select distinct name from pruning_step p join training t on t.id = p.training,"
                + " jsonb_object_keys(p.structure_after::jsonb) name"
                + " where t.campaign = ?1 and t.current and p.structure_after is not null"
                + " order by name",
            String.class)
        .setParameter(1, campaign)
        .getResultList();
  }

  private TypedQuery<String> ids(String campaign) {
    return entities
        .createQuery(
            "select p.training"
                + OF_CAMPAIGN
                + " order by length(p.trial), p.trial, p.branch, p.step",
            String.class)
        .setParameter(1, campaign);
  }
}
