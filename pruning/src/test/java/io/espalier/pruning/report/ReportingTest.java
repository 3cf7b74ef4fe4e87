package io.espalier.pruning.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.espalier.artifacts.mask.LayerMask;
import io.espalier.artifacts.mask.Mask;
import io.espalier.events.LayerUnits;
import io.espalier.events.PruningReport;
import io.espalier.networks.extraction.MaskedNetwork;
import io.espalier.plan.Architecture;
import io.espalier.plan.Architecture.FeedForward;
import io.espalier.pruning.Families;
import io.espalier.pruning.report.Reporting.Ranking;
import io.espalier.structure.neuron.NeuronGraph;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReportingTest {
  private static final FeedForward SMALL = new FeedForward(List.of(2, 3, 2));

  static List<Architecture> families() {
    return Families.all();
  }

  @Test
  void aUnitWithoutInputOrWithoutOutputIsDead() {
    Mask mask = mask("110011", "110111");

    assertThat(report(SMALL, mask).units()).containsExactly(new LayerUnits("layer0", 1, 3));
    assertThat(report(SMALL, mask("111111", "100100")).units())
        .containsExactly(new LayerUnits("layer0", 2, 3));
  }

  @Test
  void theStructureIsThatOfTheNeuronsBeforeAndAfter() {
    PruningReport report = report(SMALL, mask("110011", "110111"));

    assertThat(report.structureBefore())
        .containsEntry("nodes", 7.0)
        .containsEntry("edges", 12.0)
        .containsEntry("components", 1.0)
        .containsEntry("source_nodes", 2.0)
        .containsEntry("sink_nodes", 2.0)
        .containsKeys("density", "degree_mean", "degree_var", "diameter", "closeness_mean");
    assertThat(report.structureAfter())
        .containsEntry("edges", 9.0)
        .containsEntry("recurrent_edges", 0.0);
  }

  @ParameterizedTest
  @MethodSource("families")
  void everyFamilyIsReportedDenseAndEmpty(Architecture family) {
    Mask ones = Mask.ones(family);
    Mask none = new Mask(ones.layers().stream().map(layer -> layer.keeping(new BitSet())).toList());

    assertThat(report(family, ones).units()).isNotEmpty().allMatch(layer -> layer.dead() == 0);
    assertThat(report(family, none).units()).isNotEmpty().allMatch(l -> l.dead() == l.units());
    assertThat(report(family, ones).structureAfter())
        .isEqualTo(report(family, none).structureBefore());
    assertThat(report(family, none).structureAfter()).containsKeys("nodes", "edges", "components");
    assertThat(report(family, none).flops()).isLessThan(report(family, none).denseFlops());
  }

  @Test
  void aNetworkWithoutAnyWeightFallsApartIntoItsNeurons() {
    assertThat(report(SMALL, mask("000000", "000000")).structureAfter())
        .isEqualTo(
            Map.of(
                "nodes", 7.0,
                "edges", 0.0,
                "density", 0.0,
                "degree_mean", 0.0,
                "degree_var", 0.0,
                "components", 7.0,
                "recurrent_edges", 0.0));
  }

  @Test
  void pathsAreFollowedInSmallGraphsOnly() {
    FeedForward large = new FeedForward(List.of(200, 200, 100));

    Map<String, Double> structure = report(large, Mask.ones(large)).structureAfter();

    assertThat(500L * 60_000).isGreaterThan(StructureOfNeurons.MOST_STEPS);
    assertThat(structure)
        .containsEntry("edges", 60_000.0)
        .containsEntry("components", 1.0)
        .doesNotContainKey("closeness_mean");
  }

  @ParameterizedTest
  @MethodSource("families")
  void whatIsOnlyCountedIsWhatIsMeasured(Architecture family) {
    NeuronGraph neurons = MaskedNetwork.neurons(family, Mask.ones(family));
    Map<String, Double> measured = StructureOfNeurons.of(neurons);

    Map<String, Double> counted = StructureOfNeurons.of(neurons, 0);

    assertThat(counted)
        .containsOnlyKeys(
            "nodes", "edges", "density", "degree_mean", "degree_var", "recurrent_edges")
        .allSatisfy(
            (feature, value) -> assertThat(value).isCloseTo(measured.get(feature), within(1e-12)));
  }

  private static PruningReport report(Architecture family, Mask after) {
    return Reporting.of(family, Mask.ones(family), after, Ranking.NONE, Optional.empty());
  }

  private static Mask mask(String first, String second) {
    List<LayerMask> ones = Mask.ones(SMALL).layers();
    return new Mask(List.of(ones.get(0).keeping(bits(first)), ones.get(1).keeping(bits(second))));
  }

  private static BitSet bits(String text) {
    BitSet bits = new BitSet();
    for (int i = 0; i < text.length(); i++) {
      bits.set(i, text.charAt(i) == '1');
    }
    return bits;
  }
}
