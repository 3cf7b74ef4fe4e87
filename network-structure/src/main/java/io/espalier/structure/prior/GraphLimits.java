package io.espalier.structure.prior;

import io.espalier.campaign.CampaignSpec;
import io.espalier.campaign.Problem;
import io.espalier.plan.Architecture;
import io.espalier.plan.Dag;
import io.espalier.plan.GraphSample;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks that the graphs of a campaign can be drawn, that all of them together can be held by the
 * services, and that drawing them takes seconds. Each graph by itself is bounded by {@link
 * Dag#MOST_EDGES}. {@code docs/campaign-file.md} tells the limits.
 */
final class GraphLimits {
  /** Over all graphs of a campaign, each counted once for all seeds. */
  static final int MOST_EDGES_TOGETHER = 500_000;

  /**
   * Sum of nodes² over all graphs that are drawn, each with the most nodes that its prior allows:
   * the time of {@link GraphGenerator} is at most in proportion.
   */
  static final long MOST_NODES_SQUARED = 1_000_000_000;

  /** Watts-Strogatz graphs that stay unconnected take a hundred draws; so few are tried. */
  private static final int MOST_PROBLEMS = 10;

  private final List<Problem> problems = new ArrayList<>();
  private long edges;

  private GraphLimits() {}

  /** One problem per sample, at most {@value #MOST_PROBLEMS}, or one about all graphs together. */
  static List<Problem> problems(CampaignSpec spec) {
    double squares = spec.graphs().stream().mapToDouble(GraphLimits::nodesSquared).sum();
    if (squares > MOST_NODES_SQUARED) {
      return List.of(
          new Problem(
              "architectures",
              "random graphs whose nodes squared add up to %.0f".formatted(squares),
              "at most " + MOST_NODES_SQUARED + " over all graphs; fewer or smaller ones"));
    }
    GraphLimits limits = new GraphLimits();
    spec.architectures().forEach(limits::count);
    spec.graphs().forEach(limits::draw);
    return limits.found();
  }

  private static double nodesSquared(GraphSample sample) {
    double nodes = sample.prior().mostNodes();
    return sample.count() * nodes * nodes;
  }

  private void count(Architecture architecture) {
    if (architecture instanceof Architecture.OnGraph network) {
      edges += network.graph().edges().size();
    }
  }

  private void draw(GraphSample sample) {
    try {
      for (int i = 0; i < sample.count() && goesOn(); i++) {
        edges += GraphGenerator.generate(sample, i).edges().size();
      }
    } catch (IllegalArgumentException e) {
      problems.add(
          new Problem(
              "architectures.graph",
              String.valueOf(sample.prior()),
              "a prior whose graphs can be drawn: " + e.getMessage()));
    }
  }

  private boolean goesOn() {
    return edges <= MOST_EDGES_TOGETHER && problems.size() < MOST_PROBLEMS;
  }

  private List<Problem> found() {
    if (edges > MOST_EDGES_TOGETHER) {
      problems.add(
          new Problem(
              "architectures",
              "graphs of more than " + MOST_EDGES_TOGETHER + " edges together",
              "at most " + MOST_EDGES_TOGETHER + " edges over all graphs; fewer or smaller ones"));
    }
    return List.copyOf(problems);
  }
}
