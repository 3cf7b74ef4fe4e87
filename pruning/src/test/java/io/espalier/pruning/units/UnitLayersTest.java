package io.espalier.pruning.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.espalier.artifacts.mask.LayerMask;
import io.espalier.artifacts.mask.Mask;
import io.espalier.artifacts.tensors.NetworkTensors;
import io.espalier.plan.Architecture;
import io.espalier.plan.Architecture.FeedForward;
import io.espalier.plan.Architecture.GraphFeedForward;
import io.espalier.plan.Architecture.RecurrentStack;
import io.espalier.plan.CellType;
import io.espalier.plan.Dag;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UnitLayersTest {
  private static final FeedForward FEED_FORWARD = new FeedForward(List.of(3, 2, 4, 2));
  private static final RecurrentStack GRU =
      new RecurrentStack(CellType.GRU, 5, 2, List.of(3, 2), 2);

  @Test
  void aFeedForwardUnitIsARowAndTheColumnBehindIt() {
    UnitLayer first = UnitLayers.of(FEED_FORWARD).get(0);

    assertThat(first.name()).isEqualTo("layer0");
    assertThat(positions(first.into(), 1)).isEqualTo(Map.of("layer0.weight", List.of(3, 4, 5)));
    assertThat(positions(first.outOf(), 1)).isEqualTo(Map.of("layer1.weight", List.of(1, 3, 5, 7)));
    assertThat(positions(first.unmaskable(), 1)).isEqualTo(Map.of("layer0.bias", List.of(1)));
  }

  @Test
  void aRecurrentUnitHasARowPerGateAndItsColumns() {
    UnitLayer first = UnitLayers.of(GRU).get(0);

    assertThat(positions(first.into(), 2))
        .isEqualTo(
            Map.of(
                "layer0.i2h.weight", List.of(4, 5, 10, 11, 16, 17),
                "layer0.h2h.weight", List.of(6, 7, 8, 15, 16, 17, 24, 25, 26)));
    assertThat(positions(first.outOf(), 2))
        .isEqualTo(
            Map.of(
                "layer0.h2h.weight", List.of(2, 5, 8, 11, 14, 17, 20, 23, 26),
                "layer1.i2h.weight", List.of(2, 5, 8, 11, 14, 17)));
    assertThat(positions(first.unmaskable(), 2))
        .isEqualTo(
            Map.of("layer0.i2h.bias", List.of(2, 5, 8), "layer0.h2h.bias", List.of(2, 5, 8)));
  }

  @Test
  void theColumnOfTheOutputIsNotMaskable() {
    UnitLayer last = UnitLayers.of(GRU).get(1);

    assertThat(positions(last.unmaskable(), 1))
        .isEqualTo(
            Map.of(
                "output.weight", List.of(1, 3),
                "layer1.i2h.bias", List.of(1, 3, 5),
                "layer1.h2h.bias", List.of(1, 3, 5)));
  }

  @ParameterizedTest
  @EnumSource(CellType.class)
  void theUnitsOfALayerHoldAllOfTheTensorsThatLeadToIt(CellType cell) {
    RecurrentStack network = new RecurrentStack(cell, 5, 3, List.of(4, 2, 3), 2);

    for (Architecture architecture : List.of(network, FEED_FORWARD)) {
      Map<String, List<Long>> shapes = NetworkTensors.shapes(architecture);
      for (UnitLayer layer : UnitLayers.of(architecture)) {
        for (UnitSlices slices : all(layer)) {
          List<Integer> positions = new ArrayList<>();
          for (int unit = 0; unit < layer.units(); unit++) {
            slices.positions(unit).forEach(positions::add);
          }
          long elements = shapes.get(slices.tensor()).stream().reduce(1L, Math::multiplyExact);
          assertThat(positions).doesNotHaveDuplicates().hasSize((int) elements);
          assertThat(positions).allMatch(position -> position < elements);
          assertThat(NetworkTensors.maskable(architecture).containsKey(slices.tensor()))
              .isEqualTo(slices.maskable());
        }
      }
    }
  }

  @Test
  void aUnitIsThereAsLongAsAWeightLeadsToItOrAwayFromIt() {
    UnitLayer first = UnitLayers.of(FEED_FORWARD).get(0);

    assertThat(first.there(Mask.ones(FEED_FORWARD))).isEqualTo(bits(0, 1));
    assertThat(first.there(cut(FEED_FORWARD, "layer0.weight", 0, 1, 2))).isEqualTo(bits(0, 1));
    assertThat(first.there(new Mask(List.of(only(0, 3), only(1), only(2))))).isEqualTo(bits(1));
  }

  private static LayerMask only(int layer, int... positions) {
    return Mask.ones(FEED_FORWARD).layers().get(layer).keeping(bits(positions));
  }

  @Test
  void whatOnlyTheOutputReadsIsThereAsLongAsAWeightLeadsToIt() {
    Mask nothing =
        new Mask(
            Mask.ones(GRU).layers().stream().map(layer -> layer.keeping(new BitSet())).toList());

    assertThat(UnitLayers.of(GRU).get(1).there(nothing).isEmpty()).isTrue();
    assertThat(UnitLayers.of(GRU).get(1).there(Mask.ones(GRU))).isEqualTo(bits(0, 1));
  }

  @Test
  void aNetworkWithoutHiddenUnitsHasNoLayersOfThem() {
    assertThat(UnitLayers.of(new FeedForward(List.of(3, 2)))).isEmpty();
    assertThat(UnitLayers.of(new GraphFeedForward(2, Dag.SINGLE_EDGE, 2))).isEmpty();
  }

  @Test
  void aUnitThatTheLayerDoesNotHaveIsRefused() {
    UnitSlices slices = UnitLayers.of(FEED_FORWARD).get(0).into().get(0);

    assertThatThrownBy(() -> slices.positions(2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("unit is 2, allowed: 0 to 1");
  }

  private static List<UnitSlices> all(UnitLayer layer) {
    List<UnitSlices> all = new ArrayList<>(layer.into());
    all.addAll(layer.outOf());
    all.addAll(layer.biases());
    return all;
  }

  private static Map<String, List<Integer>> positions(List<UnitSlices> slices, int unit) {
    Map<String, List<Integer>> positions = new HashMap<>();
    slices.forEach(s -> positions.put(s.tensor(), s.positions(unit).boxed().toList()));
    return positions;
  }

  private static Mask cut(Architecture architecture, String tensor, int... positions) {
    return new Mask(
        Mask.ones(architecture).layers().stream()
            .map(layer -> layer.layer().equals(tensor) ? without(layer, positions) : layer)
            .toList());
  }

  private static LayerMask without(LayerMask layer, int... positions) {
    BitSet kept = layer.bits();
    kept.andNot(bits(positions));
    return layer.keeping(kept);
  }

  private static BitSet bits(int... positions) {
    BitSet bits = new BitSet();
    for (int position : positions) {
      bits.set(position);
    }
    return bits;
  }
}
