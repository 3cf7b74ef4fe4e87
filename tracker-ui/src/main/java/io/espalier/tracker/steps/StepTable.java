package io.espalier.tracker.steps;

import io.espalier.tracker.csv.CsvTable;
import io.espalier.tracker.csv.CsvTable.Column;
import io.espalier.tracker.trials.StepReport;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One line per pruning step. Lists stand in one cell, their items with spaces between them; every
 * structure feature has two columns.
 */
final class StepTable {
  private static final List<Column<PruningStepRow>> FIXED =
      List.of(
          column("trial", r -> r.step().trial),
          column("attempt", r -> r.step().attempt),
          column("design", PruningStepRow::design),
          column("architecture", PruningStepRow::architecture),
          column("seed", PruningStepRow::seed),
          column("branch", r -> r.step().branch),
          column("step", r -> r.step().step),
          column("method", r -> r.step().method),
          column("targetSparsity", r -> r.step().targetSparsity),
          column("sparsity", r -> r.step().sparsity),
          column("kept", r -> r.step().kept),
          column("total", r -> r.step().total),
          column("compressionRatio", PruningStepRow::compressionRatio),
          report("threshold", s -> s.threshold),
          report("approximation", s -> s.approximation),
          report("samples", s -> s.samples),
          report("denseFlops", s -> s.denseFlops),
          report("flops", s -> s.flops),
          column("theoreticalSpeedUp", PruningStepRow::theoreticalSpeedUp),
          column("measuredSpeedUp", r -> r.retraining().measuredSpeedUp()),
          column("accuracyBefore", r -> r.step().accuracyBefore),
          column("accuracyAfterPruning", r -> r.step().accuracyAfterPruning),
          column("accuracyRetrained", r -> r.retraining().accuracyRetrained()),
          column("lossBefore", r -> r.step().lossBefore),
          column("lossAfterPruning", r -> r.step().lossAfterPruning),
          column("lossRetrained", r -> r.retraining().lossRetrained()),
          column("retrainEpochs", r -> r.step().retrainEpochs),
          column("epochsToRecover", r -> r.retraining().epochsToRecover()),
          column("endReason", r -> r.retraining().endReason()),
          column(
              "layers",
              r -> words(r.step().layers, l -> l.layer() + "=" + l.kept() + "/" + l.total())),
          report(
              "deadUnits", s -> words(s.units, u -> u.layer() + "=" + u.dead() + "/" + u.units())),
          report("histogramEdges", s -> s.histogram == null ? null : words(s.histogram.edges())),
          report("histogramKept", s -> s.histogram == null ? null : words(s.histogram.kept())),
          report("histogramCut", s -> s.histogram == null ? null : words(s.histogram.cut())),
          column("shrunkLabel", r -> r.shrunk() == null ? null : r.shrunk().label()),
          column("shrunkSha256", r -> r.shrunk() == null ? null : r.shrunk().sha256()),
          column("maskBeforeSha256", r -> r.step().maskBeforeSha256),
          column("maskSha256", r -> r.step().maskSha256),
          column("inputSha256", r -> r.step().inputSha256),
          column("startSha256", r -> r.step().startSha256),
          column("checkpointSha256", r -> r.retraining().checkpointSha256()),
          column("seconds", r -> r.step().seconds),
          column("worker", r -> r.step().worker),
          column("machine", r -> r.step().machine),
          column("softwareVersion", r -> r.step().softwareVersion),
          column("at", r -> r.step().at.toString()));

  private StepTable() {}

  /** The table of steps that report these structure features. */
  static CsvTable<PruningStepRow> with(List<String> features) {
    List<Column<PruningStepRow>> columns = new ArrayList<>(FIXED);
    for (String name : features) {
      columns.add(report("structureBefore." + name, s -> feature(s.structureBefore, name)));
      columns.add(report("structureAfter." + name, s -> feature(s.structureAfter, name)));
    }
    return new CsvTable<>(columns);
  }

  private static Column<PruningStepRow> column(
      String name, Function<PruningStepRow, Object> value) {
    return new Column<>(name, value);
  }

  private static Column<PruningStepRow> report(String name, Function<StepReport, Object> value) {
    return column(name, row -> row.report() == null ? null : value.apply(row.report()));
  }

  private static Double feature(Map<String, Double> features, String name) {
    return features == null ? null : features.get(name);
  }

  private static String words(Collection<?> items) {
    return words(items, Object::toString);
  }

  private static <T> String words(Collection<T> items, Function<T, String> word) {
    return items == null ? null : items.stream().map(word).collect(Collectors.joining(" "));
  }
}
