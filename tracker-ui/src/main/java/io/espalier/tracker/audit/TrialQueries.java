package io.espalier.tracker.audit;

import io.espalier.tracker.campaigns.Campaign;
import io.espalier.tracker.steps.PruningStepRow;
import io.espalier.tracker.steps.StepRows;
import io.espalier.tracker.trials.Epoch;
import io.espalier.tracker.trials.PruningStep;
import io.espalier.tracker.trials.Training;
import io.espalier.tracker.trials.Trial;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** Reads one trial; a fixed number of queries. */
@ApplicationScoped
@Transactional
public class TrialQueries {
  private static final String CHAIN =
      "select new io.espalier.tracker.audit.ChainLink(e.id, e.type, e.topic, e.logPartition,"
          + " e.logOffset, e.source, e.time, e.hash, e.causeId, e.causeHash,"
          + " e.causeId is null or exists"
          + " (select 1 from HistoryEvent c where c.id = e.causeId and c.hash = e.causeHash))"
          + " from HistoryEvent e where not e.seenBefore and e.topic <> 'epochs'"
          + " and (e.trial = ?1 or (e.id = ?2 and e.topic = 'campaigns'))"
          + " order by e.time, e.topic, e.logOffset";

  private final EntityManager entities;
  private final StepRows steps;

  TrialQueries(EntityManager entities, StepRows steps) {
    this.entities = entities;
    this.steps = steps;
  }

  /** Everything about a trial. */
  public Optional<TrialDetail> detail(String id) {
    return Trial.<Trial>findByIdOptional(id)
        .map(
            trial ->
                new TrialDetail(
                    trial.id,
                    trial.campaign,
                    trial.attempt,
                    trial.seed,
                    trial.architecture,
                    trial.network,
                    trial.design,
                    trial.dataset,
                    trial.training,
                    trial.branches,
                    trainings(trial.id),
                    pruningSteps(trial),
                    chain(trial),
                    archive(trial)));
  }

  /** The graph of a trial's network, measured; absent for an unknown trial and without a graph. */
  public Optional<Structure> structure(String id) {
    return Trial.<Trial>findByIdOptional(id)
        .flatMap(trial -> Optional.ofNullable(trial.network))
        .flatMap(Structure::of);
  }

  /** The trainings of a trial's latest attempt; empty for an unknown trial. */
  public List<Training> trainings(String trial) {
    return Training.list(
        "trial = ?1 and current order by nullif(branch, 'dense') nulls first, step", trial);
  }

  /** The epochs of a trial's latest attempt; absent for an unknown trial. */
  public Optional<List<Epoch>> epochs(String id) {
    return Trial.<Trial>findByIdOptional(id)
        .map(
            trial ->
                Epoch.list(
                    "trial = ?1 and attempt = ?2 "
                        + " order by nullif(branch, 'dense') nulls first, step, epoch",
                    trial.id,
                    trial.attempt));
  }

  private List<PruningStepRow> pruningSteps(Trial trial) {
    return steps.of(
        PruningStep.list(
            "trial = ?1 and attempt = ?2 order by branch, step", trial.id, trial.attempt));
  }

  private static String archive(Trial trial) {
    return Campaign.<Campaign>findByIdOptional(trial.campaign).map(c -> c.archive).orElse(null);
  }

  private List<ChainLink> chain(Trial trial) {
    return entities
        .createQuery(CHAIN, ChainLink.class)
        .setParameter(1, trial.id)
        .setParameter(2, trial.campaign + "/launched")
        .getResultList();
  }
}
