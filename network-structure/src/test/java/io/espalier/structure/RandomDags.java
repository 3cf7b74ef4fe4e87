package io.espalier.structure;

import io.espalier.plan.Dag;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Directed acyclic graphs of all densities, unconnected ones and isolated nodes among them. */
public final class RandomDags {
  private RandomDags() {}

  /** A graph of 2 to 25 nodes with at least one edge. */
  public static Dag next(SplittableRandom random) {
    int nodes = random.nextInt(2, 26);
    double density = random.nextDouble();
    List<Dag.Edge> edges = new ArrayList<>();
    for (int from = 0; from < nodes; from++) {
      for (int to = from + 1; to < nodes; to++) {
        if (random.nextDouble() < density) {
          edges.add(new Dag.Edge(from, to));
        }
      }
    }
    if (edges.isEmpty()) {
      edges.add(new Dag.Edge(nodes - 2, nodes - 1));
    }
    return new Dag(nodes, edges);
  }
}
