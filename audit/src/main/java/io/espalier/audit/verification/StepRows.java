package io.espalier.audit.verification;

import io.espalier.events.PruningEvent.Pruned;
import io.espalier.plan.StepRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The steps of a campaign as rows of a report. */
final class StepRows {
  private static final List<Map.Entry<String, String>> STATES =
      List.of(
          Map.entry("trained", "trained"),
          Map.entry("training-failed", "failed"),
          Map.entry("training-cancelled", "cancelled"),
          Map.entry("pruning-failed", "failed"),
          Map.entry("pruned", "pruned"),
          Map.entry("proposed", "proposed"),
          Map.entry("skipped", "skipped"));

  private static final String EXPECTED = "expected";

  private final Chronicle chronicle;
  private final Map<TrainingKey, String> problems;

  StepRows(Chronicle chronicle, Map<TrainingKey, String> problems) {
    this.chronicle = chronicle;
    this.problems = problems;
  }

  List<StepRow> all() {
    return chronicle.trainings().stream().filter(key -> !superfluous(key)).map(this::row).toList();
  }

  /** Nothing but a prediction was told of it, for the schedule of its branch ended before. */
  private boolean superfluous(TrainingKey key) {
    return !problems.containsKey(key)
        && state(key).equals(EXPECTED)
        && IntStream.range(1, key.at().step())
            .mapToObj(step -> key.other(new StepRef(key.at().branch(), step)))
            .anyMatch(before -> chronicle.has(before, "schedule-finished"));
  }

  private StepRow row(TrainingKey key) {
    Optional<Pruned> pruned = chronicle.event(key, "pruned", Pruned.class);
    return new StepRow(
        key.trial(),
        key.attempt(),
        key.at().toString(),
        state(key),
        pruned.map(Pruned::kept),
        pruned.map(Pruned::total),
        Optional.empty(),
        Optional.ofNullable(problems.get(key)));
  }

  private String state(TrainingKey key) {
    return STATES.stream()
        .filter(state -> chronicle.has(key, state.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(EXPECTED);
  }
}
