package io.espalier.tracker.audit;

import io.espalier.plan.Architecture;
import io.espalier.plan.CellOperation;
import io.espalier.plan.Dag;
import io.espalier.structure.Layering;
import io.espalier.structure.feature.GraphFeatures;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The graph that a network is built on.
 *
 * @param layers nodes by longest path from a source
 * @param operations one per node of a cell network, otherwise none
 * @param features by the names that {@code ./espalier features} prints; null where not defined
 */
public record Structure(
    Dag graph,
    List<List<Integer>> layers,
    List<CellOperation> operations,
    Map<String, Number> features) {

  /** The graph of a network; empty for a family that has none. */
  static Optional<Structure> of(Architecture network) {
    return network.match(
        layers -> Optional.empty(),
        onGraph -> Optional.of(of(onGraph.graph(), List.of())),
        stack -> Optional.empty(),
        onGraph -> Optional.of(of(onGraph.graph(), List.of())),
        cells -> Optional.of(of(cells.graph(), cells.operations())));
  }

  private static Structure of(Dag graph, List<CellOperation> operations) {
    return new Structure(
        graph, Layering.of(graph).layers(), operations, GraphFeatures.of(graph).asMap());
  }
}
