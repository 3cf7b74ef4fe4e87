package io.espalier.networks.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LowestScoresTest {

  @Test
  void theLowestOfAllGroupsAreTakenTogether() {
    assertThat(LowestScores.of(List.of(group(3, 1, 5), group(2, 4)), 3))
        .containsExactly(set(0, 1), set(0));
  }

  @Test
  void amongEqualScoresTheFirstGroupAndTheFirstIndexAreTaken() {
    assertThat(LowestScores.of(List.of(group(7, 7), group(7, 1, 7)), 3))
        .containsExactly(set(0, 1), set(1));
  }

  @Test
  void nobodyOrEverybodyMayBeTaken() {
    assertThat(LowestScores.of(List.of(group(1, 2), group()), 0)).containsExactly(set(), set());
    assertThat(LowestScores.of(List.of(group(1, 2), group(3)), 3))
        .containsExactly(set(0, 1), set(0));
  }

  @Test
  void anyAmountIsExactAndNoScoreTakenIsAboveOneThatIsLeft() {
    SplittableRandom random = new SplittableRandom(1);
    for (int round = 0; round < 200; round++) {
      float[] scores = new float[1 + random.nextInt(50)];
      for (int i = 0; i < scores.length; i++) {
        scores[i] = random.nextInt(6);
      }
      int amount = random.nextInt(scores.length + 1);

      BitSet taken = LowestScores.of(List.of(group(scores)), amount).get(0);

      assertThat(taken.cardinality()).isEqualTo(amount);
      double highest = taken.stream().mapToDouble(i -> scores[i]).max().orElse(-1);
      assertThat(IntStream.range(0, scores.length).filter(i -> !taken.get(i)))
          .allSatisfy(i -> assertThat((double) scores[i]).isGreaterThanOrEqualTo(highest));
    }
  }

  @Test
  void theKthSmallestIsWhatSortingPutsThere() {
    SplittableRandom random = new SplittableRandom(2);
    float[] numbers = new float[300];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) ((random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(-40, 38)));
    }
    numbers[7] = Float.POSITIVE_INFINITY;
    numbers[8] = Float.NEGATIVE_INFINITY;
    numbers[9] = -0f;
    float[] sorted = numbers.clone();
    Arrays.sort(sorted);

    for (int k = 1; k <= numbers.length; k++) {
      assertThat(KthSmallest.of(numbers, k)).isEqualTo(sorted[k - 1]);
    }
  }

  @Test
  void moreThanThereAreCannotBeTaken() {
    assertThatThrownBy(() -> LowestScores.of(List.of(group(1)), 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("amount is 2, allowed: 0 to 1");
  }

  @Test
  void asManyAreWithinAShareOfTheSumAsTheSmallestAddUpToNoMore() {
    SplittableRandom random = new SplittableRandom(3);
    for (int round = 0; round < 500; round++) {
      float[] scores = new float[1 + random.nextInt(60)];
      for (int i = 0; i < scores.length; i++) {
        scores[i] = random.nextInt(40) * (random.nextBoolean() ? 1 : 0.0625f);
      }
      double share = random.nextInt(65) / 64.0;
      float[] sorted = scores.clone();
      Arrays.sort(sorted);
      double budget = share * IntStream.range(0, scores.length).mapToDouble(i -> scores[i]).sum();
      int expected = 0;
      double sum = 0;
      while (expected < sorted.length && sum + sorted[expected] <= budget) {
        sum += sorted[expected++];
      }

      assertThat(LowestScores.within(List.of(group(scores)), share)).isEqualTo(expected);
    }
  }

  @Test
  void withinNothingAreTheZerosAndWithinAllIsEverything() {
    assertThat(LowestScores.within(List.of(group(0, 1), group(0, 0, 2)), 0)).isEqualTo(3);
    assertThat(LowestScores.within(List.of(group(0.1f, 0.2f), group(0.7f)), 1)).isEqualTo(3);
    assertThat(LowestScores.within(List.of(group()), 0.5)).isZero();
  }

  private static BitSet set(int... members) {
    BitSet set = new BitSet();
    IntStream.of(members).forEach(set::set);
    return set;
  }

  private static LowestScores.Group group(float... scores) {
    return new LowestScores.Group() {
      @Override
      public BitSet members() {
        return set(IntStream.range(0, scores.length).toArray());
      }

      @Override
      public float score(int index) {
        return scores[index];
      }
    };
  }
}
