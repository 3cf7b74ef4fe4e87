package io.espalier.structure;

import io.espalier.plan.Architecture;
import io.espalier.plan.Architecture.FeedForward;
import java.util.List;
import org.jgrapht.Graph;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleDirectedGraph;

/** Builds the graph of an architecture: one node per unit, one edge per weight. */
public final class LayeredGraph {
  private LayeredGraph() {}

  /**
   * The directed acyclic graph of a dense network.
   *
   * <p>Nodes are numbered layer by layer from the inputs, edges lead from a layer to the next.
   * Takes memory for each weight: for large networks use {@link StructureFeatures}, which needs no
   * graph.
   */
  public static Graph<Integer, DefaultEdge> of(Architecture architecture) {
    List<Integer> widths = ((FeedForward) architecture).widths();
    Graph<Integer, DefaultEdge> graph = new SimpleDirectedGraph<>(DefaultEdge.class);
    int layerStart = 0;
    for (int layer = 0; layer < widths.size(); layer++) {
      for (int unit = 0; unit < widths.get(layer); unit++) {
        graph.addVertex(layerStart + unit);
        int previousStart = layer == 0 ? layerStart : layerStart - widths.get(layer - 1);
        for (int source = previousStart; source < layerStart; source++) {
          graph.addEdge(source, layerStart + unit);
        }
      }
      layerStart += widths.get(layer);
    }
    return graph;
  }
}
