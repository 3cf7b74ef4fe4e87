package io.espalier.tracker.fold;

import io.espalier.campaign.CampaignSpec;
import io.espalier.plan.Architecture;
import io.espalier.plan.CellType;
import io.espalier.plan.Dag;
import io.espalier.plan.GraphPrior;
import io.espalier.plan.GraphPrior.Amount;
import io.espalier.plan.GraphPrior.Range;
import io.espalier.plan.GraphSample;
import io.espalier.plan.RecurrentBlocks;
import io.espalier.plan.TrainingOptions;
import java.util.List;

/** Campaigns of other families than the story's. */
public final class Families {
  /** A prior as in the paper's third study. */
  public static final GraphPrior ATTACHMENT =
      new GraphPrior.BarabasiAlbert(new Range(10, 14), new Amount(10, true));

  private Families() {}

  /** A campaign of sequences with these architectures and graphs, and two seeds. */
  public static CampaignSpec campaign(List<Architecture> spelt, List<GraphSample> graphs) {
    return new CampaignSpec(
        "families",
        "",
        "reber",
        spelt,
        graphs,
        List.of(1L, 2L),
        TrainingOptions.adam(0.001, 128, 3),
        List.of());
  }

  /** So many recurrent networks on graphs of a prior. */
  public static GraphSample recurrent(CellType cell, GraphPrior prior, int count, long seed) {
    return new GraphSample(
        prior,
        count,
        seed,
        new Architecture.GraphRecurrent(
            cell, 128, Dag.SINGLE_EDGE, RecurrentBlocks.PER_SOURCE_LAYER, 2));
  }

  /** Recurrent layers one above the other. */
  public static Architecture stack(int embedding) {
    return new Architecture.RecurrentStack(CellType.GRU, 128, embedding, List.of(8, 8), 2);
  }
}
