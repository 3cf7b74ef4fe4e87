package io.espalier.structure.feature;

import io.espalier.plan.Dag;
import io.espalier.structure.Layering;

/** Widths of layers and spans of edges; O(n + m). */
final class LayerShape {
  private LayerShape() {}

  static void measure(Dag dag, Layering layering, Measured measured) {
    double[] widths = layering.layers().stream().mapToDouble(layer -> layer.size()).toArray();
    int last = widths.length - 1;
    double narrowest = Double.POSITIVE_INFINITY;
    double widest = 0;
    for (double width : widths) {
      narrowest = Math.min(narrowest, width);
      widest = Math.max(widest, width);
    }
    measured.put(Feature.LAYERS, widths.length);
    measured.put(Feature.SOURCE_NODES, widths[0]);
    measured.put(Feature.SINK_NODES, widths[last]);
    measured.putDistribution(
        Feature.LAYER_WIDTH_MEAN, Feature.LAYER_WIDTH_VAR, Feature.LAYER_WIDTH_STD, widths);
    measured.put(Feature.LAYER_WIDTH_MIN, narrowest);
    measured.put(Feature.LAYER_WIDTH_MAX, widest);
    spans(dag, layering, measured);
    measured.put(Feature.DEAD_ENDS, deadEnds(dag, layering, last));
  }

  private static void spans(Dag dag, Layering layering, Measured measured) {
    double sum = 0;
    int longest = 0;
    int skips = 0;
    for (Dag.Edge edge : dag.edges()) {
      int span = layering.layerOf(edge.to()) - layering.layerOf(edge.from());
      sum += span;
      longest = Math.max(longest, span);
      skips += span > 1 ? 1 : 0;
    }
    double edges = dag.edges().size();
    measured.put(Feature.SKIP_EDGES, skips);
    measured.put(Feature.SKIP_EDGE_SHARE, skips / edges);
    measured.put(Feature.EDGE_SPAN_MEAN, sum / edges);
    measured.put(Feature.EDGE_SPAN_MAX, longest);
  }

  private static int deadEnds(Dag dag, Layering layering, int last) {
    boolean[] leadsOn = new boolean[dag.nodes()];
    dag.edges().forEach(edge -> leadsOn[edge.from()] = true);
    int count = 0;
    for (int node = 0; node < dag.nodes(); node++) {
      count += leadsOn[node] || layering.layerOf(node) == last ? 0 : 1;
    }
    return count;
  }
}
