package io.espalier.tracker.statistics.campaign;

import io.espalier.tracker.csv.CsvTable;
import io.espalier.tracker.csv.CsvTable.Column;
import io.espalier.tracker.statistics.Comparison;
import io.espalier.tracker.statistics.Group;
import java.util.List;

/** The statistics as tables; columns are named as in the JSON. */
final class StatisticsTables {
  static final CsvTable<Group> GROUPS =
      new CsvTable<>(
          List.of(
              new Column<>("design", Group::design),
              new Column<>("variant", Group::variant),
              new Column<>("branch", Group::branch),
              new Column<>("step", Group::step),
              new Column<>("sparsity", Group::sparsity),
              new Column<>("compressionRatio", Group::compressionRatio),
              new Column<>("trials", Group::trials),
              new Column<>("mean", Group::mean),
              new Column<>("std", Group::std),
              new Column<>("low", Group::low),
              new Column<>("high", Group::high)));

  static final CsvTable<Comparison> COMPARISONS =
      new CsvTable<>(
          List.of(
              new Column<>("design", Comparison::design),
              new Column<>("sparsity", Comparison::sparsity),
              new Column<>("a", Comparison::a),
              new Column<>("b", Comparison::b),
              new Column<>("aBranch", Comparison::aBranch),
              new Column<>("bBranch", Comparison::bBranch),
              new Column<>("pairs", Comparison::pairs),
              new Column<>("meanDifference", Comparison::meanDifference),
              new Column<>("low", Comparison::low),
              new Column<>("high", Comparison::high),
              new Column<>("effectSize", Comparison::effectSize),
              new Column<>("t", Comparison::t),
              new Column<>("p", Comparison::p),
              new Column<>("adjustedP", Comparison::adjustedP),
              new Column<>("verdict", c -> c.verdict().wireName()),
              new Column<>("note", Comparison::note)));

  private StatisticsTables() {}
}
