package io.espalier.structure.prior;

import static org.assertj.core.api.Assertions.assertThat;

import io.espalier.campaign.CampaignSpec;
import io.espalier.campaign.Problem;
import io.espalier.plan.Architecture.FeedForward;
import io.espalier.plan.Architecture.GraphFeedForward;
import io.espalier.plan.Dag;
import io.espalier.plan.GraphPrior;
import io.espalier.plan.GraphPrior.Amount;
import io.espalier.plan.GraphPrior.Range;
import io.espalier.plan.GraphSample;
import io.espalier.plan.TrainingOptions;
import io.espalier.plan.TrialPlan;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class DrawnNetworksTest {

  private static CampaignSpec spec(GraphPrior prior, int count) {
    GraphFeedForward network = new GraphFeedForward(5, Dag.SINGLE_EDGE, 3);
    return new CampaignSpec(
        "drawn",
        "",
        "function-approximation",
        List.of(new FeedForward(List.of(5, 4, 3))),
        List.of(new GraphSample(prior, count, 7, network)),
        List.of(1L, 2L),
        TrainingOptions.sgd(0.1, 0, 8, 2),
        List.of());
  }

  private static GraphPrior barabasiAlbert() {
    return new GraphPrior.BarabasiAlbert(new Range(10, 50), new Amount(10, true));
  }

  @Test
  void everyGraphIsATrialPerSeedAndTheSameForAllSeeds() {
    CampaignSpec spec = spec(barabasiAlbert(), 4);

    List<TrialPlan> plans = DrawnNetworks.plans(spec, "c");

    assertThat(plans).extracting(TrialPlan::trial).isEqualTo(spec.trialIds("c")).hasSize(10);
    assertThat(plans.subList(0, 5))
        .extracting(TrialPlan::architecture)
        .doesNotHaveDuplicates()
        .isEqualTo(plans.subList(5, 10).stream().map(TrialPlan::architecture).toList());
  }

  @Test
  void graphsThatCanBeDrawnAreNoProblem() {
    assertThat(DrawnNetworks.problems(spec(barabasiAlbert(), 20))).isEmpty();
  }

  @Test
  void aPriorWithoutEdgesIsAProblem() {
    assertThat(DrawnNetworks.problems(spec(new GraphPrior.ErdosRenyi(new Range(5, 5), 0), 1)))
        .extracting(Problem::field)
        .containsExactly("architectures.graph");
  }

  @Test
  void aGraphThatNoMessageHoldsIsAProblem() {
    GraphPrior huge = new GraphPrior.LayeredComplete(List.of(200, 200));

    assertThat(DrawnNetworks.problems(spec(huge, 1)))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.field()).isEqualTo("architectures.graph");
              assertThat(problem.allowed()).contains("at most 20000");
            });
  }

  @Test
  void theEdgesOfAllGraphsTogetherAreLimited() {
    GraphPrior large = new GraphPrior.LayeredComplete(List.of(100, 100));

    assertThat(DrawnNetworks.problems(spec(large, 50))).isEmpty();
    assertThat(DrawnNetworks.problems(spec(large, 51)))
        .extracting(Problem::allowed)
        .containsExactly("at most 500000 edges over all graphs; fewer or smaller ones");
  }

  @Test
  void theWorkOfDrawingIsLimitedBeforeAnyGraphIsDrawn() {
    GraphPrior wide = new GraphPrior.ErdosRenyi(new Range(2, 10_000), 1e-5);
    GraphPrior layered = new GraphPrior.LayeredRandom(List.of(5_000, 5_000), 0);

    for (GraphPrior prior : List.of(wide, layered)) {
      assertThat(DrawnNetworks.problems(spec(prior, 10_000)))
          .extracting(Problem::value)
          .containsExactly("random graphs whose nodes squared add up to 1000000000000");
    }
  }

  @Test
  void onlyTheFirstTenPriorsThatCannotBeDrawnAreTold() {
    CampaignSpec one = spec(new GraphPrior.ErdosRenyi(new Range(5, 5), 0), 1);
    CampaignSpec many =
        new CampaignSpec(
            one.name(),
            one.description(),
            one.dataset(),
            one.architectures(),
            Collections.nCopies(50, one.graphs().get(0)),
            one.seeds(),
            one.training(),
            one.branches());

    assertThat(DrawnNetworks.problems(many)).hasSize(10);
  }
}
