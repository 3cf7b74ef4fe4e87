package io.espalier.audit.verification;

import io.espalier.events.PruningEvent.Pruned;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

  private final Chronicle chronicle;
  private final Map<TrainingKey, String> problems;

  StepRows(Chronicle chronicle, Map<TrainingKey, String> problems) {
    this.chronicle = chronicle;
    this.problems = problems;
  }

  List<StepRow> all() {
    return chronicle.trainings().stream().map(this::row).toList();
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
        .orElse("expected");
  }
}
