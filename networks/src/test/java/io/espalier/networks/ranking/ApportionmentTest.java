package io.espalier.networks.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.espalier.networks.ranking.Apportionment.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ApportionmentTest {

  @Test
  void sharesAreInProportionToTheWeights() {
    assertThat(Apportionment.of(12, List.of(new Part(1, 99), new Part(2, 99), new Part(3, 99))))
        .containsExactly(2, 4, 6);
  }

  @Test
  void whatAFullPartCannotTakeGoesToTheOthers() {
    assertThat(Apportionment.of(12, List.of(new Part(8, 3), new Part(1, 99), new Part(2, 99))))
        .containsExactly(3, 3, 6);
  }

  @Test
  void theLargestRemainderIsRoundedUpAndAmongEqualsTheFirst() {
    assertThat(Apportionment.of(4, List.of(new Part(1, 9), new Part(1, 9), new Part(1, 9))))
        .containsExactly(2, 1, 1);
    assertThat(Apportionment.of(1, List.of(new Part(1, 9), new Part(3, 9)))).containsExactly(0, 1);
  }

  @Test
  void nothingFitsInAFullPart() {
    assertThat(Apportionment.of(2, List.of(new Part(5, 0), new Part(1, 4)))).containsExactly(0, 2);
    assertThat(Apportionment.of(0, List.of(new Part(0, 0)))).containsExactly(0);
  }

  @Test
  void anyAmountIsSharedOutExactly() {
    SplittableRandom random = new SplittableRandom(1);
    for (int round = 0; round < 2_000; round++) {
      List<Part> parts = new ArrayList<>();
      for (int i = 0; i <= random.nextInt(6); i++) {
        parts.add(new Part(1 + random.nextInt(2_000), random.nextInt(500)));
      }
      int most = parts.stream().mapToInt(Part::most).sum();
      int amount = random.nextInt(most + 1);

      List<Integer> shares = Apportionment.of(amount, parts);

      assertThat(shares.stream().mapToInt(n -> n).sum()).isEqualTo(amount);
      for (int i = 0; i < parts.size(); i++) {
        assertThat(shares.get(i)).isBetween(0, parts.get(i).most());
      }
    }
  }

  @Test
  void moreThanFitsIsRefused() {
    assertThatThrownBy(() -> Apportionment.of(5, List.of(new Part(1, 4))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("amount is 5, allowed: 0 to 4");
  }
}
