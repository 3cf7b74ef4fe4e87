package io.espalier.structure.prior;

import io.espalier.campaign.CampaignSpec;
import io.espalier.campaign.Problem;
import io.espalier.plan.Architecture;
import io.espalier.plan.GraphSample;
import io.espalier.plan.TrialPlan;
import java.util.List;

/** The networks of a campaign with their graphs drawn. */
public final class DrawnNetworks {
  private DrawnNetworks() {}

  /** The trials of a campaign; the same ones wherever and whenever they are asked for. */
  public static List<TrialPlan> plans(CampaignSpec spec, String campaign) {
    return spec.plans(campaign, DrawnNetworks::draw);
  }

  /** What keeps the graphs of a campaign from being drawn; see {@link GraphLimits}. */
  public static List<Problem> problems(CampaignSpec spec) {
    return GraphLimits.problems(spec);
  }

  private static Architecture draw(GraphSample sample, int index) {
    return sample.on(GraphGenerator.generate(sample, index));
  }
}
