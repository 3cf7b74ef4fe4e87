package io.espalier.launcher.client.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.espalier.launcher.client.view.Result;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultTableTest {
  private static final String NARROW = "784-100-10";
  private static final Result DENSE =
      new Result(NARROW, "dense", "dense", 0, "dense", 0, 0.974, 0.001, 3);
  private static final Result CONTROL =
      new Result(NARROW, "dense-control", "dense-control", 1, "dense-control", 0, 0.975, 0.0012, 3);
  private static final Result PRUNED =
      new Result(
          NARROW,
          "magnitude-class-blinded",
          "magnitude-class-blinded",
          1,
          "magnitude-class-blinded",
          0.8,
          0.9741,
          0.00055,
          3);

  @Test
  void prunedNetworksAreComparedWithTheControlThatTrainedAsLong() {
    assertThat(ResultTable.lines(List.of(DENSE, CONTROL, PRUNED)))
        .containsExactly(
            "method                   sparsity  accuracy     std  trials  to dense control",
            "dense                         0 %   97.40 %  0.10 %       3",
            "dense-control                 0 %   97.50 %  0.12 %       3",
            "magnitude-class-blinded      80 %   97.41 %  0.06 %       3      -0.09 points");
  }

  @Test
  void withoutAControlNothingIsCompared() {
    assertThat(ResultTable.lines(List.of(DENSE, PRUNED)))
        .first()
        .asString()
        .doesNotContain("control");
  }

  @Test
  void severalDesignsAreNamedAndEachIsComparedWithItsOwnControl() {
    String random = "gru on barabasi-albert";
    Result control =
        new Result(random, "dense-control", "dense-control", 1, "dense-control", 0, 0.9, 0.02, 20);
    Result pruned =
        new Result(
            random,
            "magnitude-class-blinded",
            "magnitude-class-blinded",
            1,
            "magnitude-class-blinded",
            0.8,
            0.91,
            0.03,
            20);
    Result alone =
        new Result(
            "784-10",
            "magnitude-class-blinded",
            "magnitude-class-blinded",
            1,
            "magnitude-class-blinded",
            0.8,
            0.5,
            0,
            1);

    assertThat(ResultTable.lines(List.of(CONTROL, PRUNED, control, pruned, alone)))
        .anyMatch(line -> line.matches("design +method .+"))
        .anyMatch(line -> line.matches(NARROW + " +magnitude-class-blinded .+ -0.09 points"))
        .anyMatch(line -> line.matches(random + " +magnitude-class-blinded .+ \\+1.00 points"))
        .anyMatch(line -> line.matches("784-10 +magnitude-class-blinded .+ 1"));
  }

  @Test
  void shortPercentagesShowOnlyTheDigitsTheyNeed() {
    assertThat(Shares.shortPercent(0.8)).isEqualTo("80 %");
    assertThat(Shares.shortPercent(0)).isEqualTo("0 %");
    assertThat(Shares.shortPercent(0.995)).isEqualTo("99.5 %");
    assertThat(Shares.shortPercent(1)).isEqualTo("100 %");
  }

  @Test
  void whatIsNotKnownIsADash() {
    assertThat(Shares.percent(null)).isEqualTo("-");
    assertThat(Shares.percent(Double.NaN)).isEqualTo("-");
  }

  @Test
  void aDifferenceThatVanishesHasNoMinus() {
    assertThat(Shares.points(-0.00001)).isEqualTo("+0.00");
    assertThat(Shares.points(-0.0035)).isEqualTo("-0.35");
  }
}
