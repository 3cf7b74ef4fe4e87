package io.espalier.tracker.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.espalier.campaign.CampaignFile;
import io.espalier.campaign.CampaignReading;
import io.espalier.campaign.DatasetShape;
import io.espalier.campaign.SampleShape;
import io.espalier.plan.BranchPlan;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which branches of a campaign file are compared. */
class PairingsTest {

  @Test
  void variantsAreComparedAtTheSameAmountOnly() {
    assertThat(
            pairs(
                """
                  methods: [magnitude-class-blinded, magnitude-class-uniform]
                  rates: [50, 80]
                  retrainEpochs: 2
                controls: []
                """))
        .containsExactly(
            "magnitude-class-blinded-50/1 magnitude-class-uniform-50/1",
            "magnitude-class-blinded-80/1 magnitude-class-uniform-80/1");
  }

  @Test
  void theSameShareOfOtherLayersIsAnotherAmount() {
    assertThat(
            pairs(
                """
                  methods: [magnitude]
                  rates: [50]
                  scopes: [layer0, layer1]
                  retrainEpochs: 2
                controls: [random]
                """))
        .containsExactly(
            "magnitude-class-blinded-layer0-50/1 random-class-blinded-layer0-50/1",
            "magnitude-class-blinded-layer1-50/1 random-class-blinded-layer1-50/1");
  }

  @Test
  void roundsAreComparedRoundByRound() {
    assertThat(
            pairs(
                """
                  methods: [magnitude, fisher]
                  iterative: {shareOfRemaining: 50, rounds: 2}
                  retrainEpochs: 2
                controls: []
                """))
        .hasSize(2)
        .allMatch(p -> p.matches("magnitude\\S*/(\\d) fisher\\S*/\\1"));
  }

  @Test
  void aStructureFromScratchIsComparedWithWhatItIsOfAndTheControl() {
    List<String> pairs =
        pairs(
            """
              methods: [magnitude]
              iterative: {shareOfRemaining: 50, rounds: 2}
              retrainEpochs: 2
            controls: [dense-control, structure-from-scratch]
            """);
    assertThat(pairs).hasSize(5);
    assertThat(pairs.get(0)).matches("(\\S+)/end \\1-from-scratch/1");
    assertThat(pairs.get(1)).isEqualTo("dense/0 dense-control/1");
    assertThat(pairs.subList(2, 5)).allMatch(p -> p.endsWith(" dense-control/1"));
  }

  private static List<String> pairs(String pruning) {
    return Pairings.of(branches(pruning)).stream()
        .map(p -> text(p.a()) + " " + text(p.b()))
        .toList();
  }

  private static String text(Point point) {
    return point.branch() + "/" + (point.step() == Point.END ? "end" : point.step());
  }

  private static List<BranchPlan> branches(String pruning) {
    CampaignReading reading =
        CampaignFile.read(
            """
            name: pairs
            dataset: points
            architectures: [{hidden: [5]}]
            seeds: [1]
            training: {learningRate: 0.1, epochs: 3}
            pruning:
            """
                + pruning,
            Map.of("points", new DatasetShape("points", new SampleShape.Vector(4), 2)));
    assertThat(reading).isInstanceOf(CampaignReading.Accepted.class);
    return ((CampaignReading.Accepted) reading).spec().branches();
  }
}
