package io.espalier.pruning.selection;

import static io.espalier.pruning.selection.Cutting.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.espalier.events.SaliencyHistogram;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HistogramTest {

  @Test
  void scoresOfOneOrderOfMagnitudeGetBinsOfEqualWidth() {
    SaliencyHistogram histogram = of(values(1, 2, 3, 65), 0);

    assertThat(histogram.edges()).hasSize(65).startsWith(1.0, 2.0, 3.0).endsWith(65.0);
    assertThat(histogram.cut().get(0)).isEqualTo(1);
    assertThat(histogram.kept().get(1)).isEqualTo(1);
    assertThat(histogram.kept().get(2)).isEqualTo(1);
    assertThat(histogram.kept().get(63)).isEqualTo(1);
  }

  @Test
  void scoresOfManyOrdersOfMagnitudeGetBinsOfEqualRatio() {
    SaliencyHistogram histogram = of(values(1e-4, 1e-2, 1), 0);

    assertThat(histogram.edges().get(0)).isEqualTo((float) 1e-4);
    for (int i = 1; i < histogram.edges().size(); i++) {
      assertThat(histogram.edges().get(i) / histogram.edges().get(i - 1))
          .isCloseTo(Math.pow(10, 4 / 64.0), within(1e-3));
    }
    assertThat(histogram.cut().get(0)).isEqualTo(1);
    assertThat(histogram.kept().get(63)).isEqualTo(1);
  }

  @Test
  void zerosAreInTheFirstBinWithWhatIsNineOrdersBelowTheLargest() {
    SaliencyHistogram histogram = of(values(0, 1e-20, 1e-3, 1), 0, 1);

    assertThat(histogram.edges()).startsWith(0.0, 1e-9).endsWith(1.0);
    assertThat(histogram.cut().get(0)).isEqualTo(2);
  }

  @Test
  void zerosBesideScoresOfOneOrderOfMagnitudeNeedNoRatio() {
    SaliencyHistogram histogram = of(values(0, 32, 64));

    assertThat(histogram.edges()).startsWith(0.0, 1.0, 2.0);
    assertThat(histogram.kept().get(32)).isEqualTo(1);
  }

  @Test
  void equalScoresAreInTheLastBin() {
    assertThat(of(values(5, 5, 5)).kept().get(63)).isEqualTo(3);
    assertThat(of(values(5, 5, 5)).edges()).startsWith(0.0).endsWith(5.0);
  }

  @Test
  void scoresThatAreAllZeroAreInTheFirstBin() {
    assertThat(of(values(0, 0)).kept().get(0)).isEqualTo(2);
  }

  @Test
  void everyScoreIsCountedOnceInTheBinThatHoldsIt() {
    SplittableRandom random = new SplittableRandom(6);
    for (int round = 0; round < 200; round++) {
      float[] scores = new float[1 + random.nextInt(200)];
      int orders = 1 + random.nextInt(30);
      BitSet cut = new BitSet();
      for (int i = 0; i < scores.length; i++) {
        scores[i] = (float) (random.nextInt(4) * Math.pow(10, -random.nextInt(orders)));
        cut.set(i, random.nextBoolean());
      }

      SaliencyHistogram histogram = Histogram.of(List.of(candidates(scores)), List.of(cut));

      for (int bin = 0; bin < 64; bin++) {
        double low = histogram.edges().get(bin);
        double high = histogram.edges().get(bin + 1);
        assertThat(low).isLessThan(high);
        long inside = 0;
        for (float score : scores) {
          inside += score >= low && (score < high || (bin == 63 && score == high)) ? 1 : 0;
        }
        assertThat(histogram.kept().get(bin) + histogram.cut().get(bin)).isEqualTo(inside);
      }
      assertThat(histogram.cut().stream().mapToLong(n -> n).sum()).isEqualTo(cut.cardinality());
    }
  }

  private static SaliencyHistogram of(float[] scores, int... cut) {
    BitSet gone = new BitSet();
    for (int i : cut) {
      gone.set(i);
    }
    return Histogram.of(List.of(candidates(scores)), List.of(gone));
  }

  private static Candidates candidates(float[] scores) {
    BitSet all = new BitSet();
    all.set(0, scores.length);
    return new Candidates(
        "layer0.weight", List.of("layer0.weight"), List.of((long) scores.length), all, scores);
  }
}
