package io.espalier.structure.prior;

import io.espalier.campaign.CampaignSpec;
import io.espalier.campaign.Problem;
import io.espalier.plan.Architecture;
import io.espalier.plan.Dag;
import io.espalier.plan.GraphSample;
import io.espalier.plan.TrialPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The networks of a campaign with their graphs drawn. */
public final class DrawnNetworks {
  /** Every event of a trial carries its graph, and a message holds about a million bytes. */
  private static final int MOST_EDGES = 20_000;

  private DrawnNetworks() {}

  /** The trials of a campaign; the same ones wherever and whenever they are asked for. */
  public static List<TrialPlan> plans(CampaignSpec spec, String campaign) {
    return spec.plans(campaign, DrawnNetworks::draw);
  }

  /**
   * What keeps the graphs of a campaign from being drawn, one problem per sample; draws all of
   * them, which takes the time of {@link GraphGenerator} for each.
   */
  public static List<Problem> problems(CampaignSpec spec) {
    List<Problem> problems = new ArrayList<>();
    spec.graphs().forEach(sample -> problem(sample).ifPresent(problems::add));
    return problems;
  }

  private static Architecture draw(GraphSample sample, int index) {
    return sample.on(GraphGenerator.generate(sample, index));
  }

  private static Optional<Problem> problem(GraphSample sample) {
    for (int i = 0; i < sample.count(); i++) {
      try {
        Dag graph = GraphGenerator.generate(sample, i);
        if (graph.edges().size() > MOST_EDGES) {
          return Optional.of(
              new Problem(
                  "architectures.graph",
                  "a graph of " + graph.edges().size() + " edges",
                  "graphs of at most " + MOST_EDGES + " edges"));
        }
      } catch (IllegalArgumentException e) {
        return Optional.of(
            new Problem(
                "architectures.graph",
                String.valueOf(sample.prior()),
                "a prior whose graphs can be drawn: " + e.getMessage()));
      }
    }
    return Optional.empty();
  }
}
