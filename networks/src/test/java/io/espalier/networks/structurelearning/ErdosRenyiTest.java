package io.espalier.networks.structurelearning;

import static org.assertj.core.api.Assertions.assertThat;

import io.espalier.artifacts.mask.LayerMask;
import io.espalier.artifacts.mask.Mask;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ErdosRenyiTest {

  @Test
  void countsAreExactForAnyLayersAndSparsity() {
    SplittableRandom random = new SplittableRandom(1);
    for (int round = 0; round < 500; round++) {
      Mask dense = Layers.anyDense(random);
      double sparsity = random.nextDouble();

      Mask drawn = ErdosRenyi.drawn(dense, sparsity, round);

      long gone = Math.min(Math.round(sparsity * dense.total()), dense.total() - 1);
      assertThat(dense.total() - drawn.kept()).isEqualTo(gone);
      assertThat(drawn.total()).isEqualTo(dense.total());
    }
  }

  @Test
  void smallLayersAreDenser() {
    Mask dense =
        Layers.dense(List.of(List.of(300L, 784L), List.of(100L, 300L), List.of(10L, 100L)));

    List<Integer> counts = ErdosRenyi.counts(dense, 0.9);

    assertThat(counts.stream().mapToLong(Integer::longValue).sum()).isEqualTo(26_620);
    double factor = (26_620 - 1_000) / (1_084.0 + 400);
    assertThat(counts)
        .containsExactly((int) Math.floor(factor * 1084), (int) Math.ceil(factor * 400), 1_000);
  }

  @Test
  void theWeightsAlongAGraphsEdgesCountAsOneRow() {
    Mask dense = Layers.dense(List.of(List.of(99L), List.of(50L, 50L)));

    assertThat(ErdosRenyi.counts(dense, 1 - 20.0 / 2599)).containsExactly(10, 10);
  }

  @Test
  void theSameSeedDrawsTheSameStructureAndAnotherSeedAnother() {
    Mask dense = Layers.dense(List.of(List.of(20L, 30L), List.of(10L, 20L)));

    assertThat(ErdosRenyi.drawn(dense, 0.8, 7)).isEqualTo(ErdosRenyi.drawn(dense, 0.8, 7));
    assertThat(ErdosRenyi.drawn(dense, 0.8, 7)).isNotEqualTo(ErdosRenyi.drawn(dense, 0.8, 8));
  }

  @Test
  void everyPositionIsEquallyLikely() {
    Mask dense = Layers.dense(List.of(List.of(4L, 5L)));
    int[] hits = new int[20];
    for (int seed = 0; seed < 4_000; seed++) {
      LayerMask layer = ErdosRenyi.drawn(dense, 0.5, seed).layers().get(0);
      layer.bits().stream().forEach(i -> hits[i]++);
    }

    assertThat(IntStream.of(hits)).allSatisfy(count -> assertThat(count).isBetween(1_850, 2_150));
  }
}
