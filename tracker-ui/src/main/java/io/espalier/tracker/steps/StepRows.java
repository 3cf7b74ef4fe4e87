package io.espalier.tracker.steps;

import io.espalier.plan.StepRef;
import io.espalier.tracker.trials.PruningStep;
import io.espalier.tracker.trials.Training;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;

/** Finds what became of pruning steps; three queries for as many steps as are asked for. */
@ApplicationScoped
@Transactional
public class StepRows {
  private static final String PACES =
      "select training, percentile_cont(0.5) within group (order by samples_per_second)"
          + " from epoch where training in (?1) group by training";
  private static final String RECOVERIES =
      "select e.training, min(e.epoch) from epoch e join pruning_step p on p.training = e.training"
          + " where e.training in (?1) and e.validation_accuracy >= p.validation_before"
          + " group by e.training";

  private final Session entities;

  StepRows(Session entities) {
    this.entities = entities;
  }

  /** The rows of these steps, in their order. */
  public List<PruningStepRow> of(List<PruningStep> steps) {
    if (steps.isEmpty()) {
      return List.of();
    }
    List<String> ids = steps.stream().map(s -> s.training).toList();
    List<String> timed =
        Stream.concat(ids.stream(), steps.stream().map(StepRows::dense)).distinct().toList();
    Map<String, Training> trainings =
        Training.<Training>list("id in ?1", ids).stream()
            .collect(Collectors.toMap(t -> t.id, t -> t));
    Map<String, Double> paces = byTraining(PACES, timed, Number::doubleValue);
    Map<String, Integer> recoveries = byTraining(RECOVERIES, ids, Number::intValue);
    return steps.stream()
        .map(
            step -> {
              Training training = trainings.get(step.training);
              return PruningStepRow.of(
                  step,
                  training,
                  Retraining.of(
                      training,
                      recoveries.get(step.training),
                      paces.get(step.training),
                      paces.get(dense(step))));
            })
        .toList();
  }

  private static String dense(PruningStep step) {
    return Training.id(step.trial, step.attempt, StepRef.BASE);
  }

  private <T> Map<String, T> byTraining(
      String query, Collection<String> trainings, Function<Number, T> value) {
    List<Object[]> rows =
        entities
            .createNativeQuery(query, Object[].class)
            .setParameter(1, trainings)
            .getResultList();
    return rows.stream()
        .collect(Collectors.toMap(row -> (String) row[0], row -> value.apply((Number) row[1])));
  }
}
