package io.espalier.predictor.scoring;

import static io.espalier.predictor.Samples.plan;
import static io.espalier.predictor.Samples.trained;
import static org.assertj.core.api.Assertions.assertThat;

import io.espalier.events.ScoringEvent.Predicted;
import io.espalier.plan.Architecture;
import io.espalier.plan.Architecture.FeedForward;
import io.espalier.plan.Architecture.GraphFeedForward;
import io.espalier.plan.Dag;
import io.espalier.plan.Dag.Edge;
import io.espalier.plan.StepRef;
import io.espalier.plan.TrialPlan;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OfGraphTest {
  private final OfGraph graphs = new OfGraph();

  @Test
  void equalGraphsAreMeasuredOnce() {
    double[] first = graphs.of(star(4));
    double[] again = graphs.of(star(4));

    assertThat(again).isEqualTo(first);
    assertThat(graphs.known()).isEqualTo(1);
    graphs.of(star(5));
    assertThat(graphs.known()).isEqualTo(2);
  }

  @Test
  void noGraphIsNothingToRemember() {
    assertThat(graphs.of(new FeedForward(List.of(4, 3, 2)))).containsOnly(0);
    assertThat(graphs.known()).isZero();
  }

  @Test
  void whatIsGivenAwayCanBeChangedWithoutHarm() {
    double[] given = graphs.of(star(4));
    double[] before = given.clone();
    given[0] = 7;

    assertThat(graphs.of(star(4))).isEqualTo(before);
  }

  @Test
  void theGraphsUsedLeastRecentlyAreForgotten() {
    OfGraph few = new OfGraph(10);
    few.of(star(4));
    few.of(star(5));
    few.of(star(4));
    few.of(star(6));

    assertThat(few.known()).isEqualTo(2);
    few.of(star(4));
    assertThat(few.known()).isEqualTo(2);
    few.of(star(20));
    assertThat(few.known()).isEqualTo(1);
  }

  @Test
  void aTrainingThatWasPredictedIsObservedWithoutMeasuringItsGraph() {
    TrialPlan plan = onGraph(plan(1));
    Predicted told = new Scores().predict(plan, StepRef.BASE).orElseThrow();
    Scores scores = new Scores(graphs);
    scores.evolve(told);

    assertThat(scores.observe(trained(plan, StepRef.BASE, 0.9))).isPresent();

    assertThat(graphs.known()).isZero();
  }

  private static TrialPlan onGraph(TrialPlan plan) {
    return new TrialPlan(
        plan.campaign(),
        plan.trial(),
        plan.attempt(),
        star(4),
        plan.dataset(),
        plan.seed(),
        plan.training(),
        plan.branches());
  }

  private static Architecture star(int leaves) {
    List<Edge> edges =
        IntStream.rangeClosed(1, leaves).mapToObj(leaf -> new Edge(0, leaf)).toList();
    return new GraphFeedForward(4, new Dag(leaves + 1, edges), 4);
  }
}
