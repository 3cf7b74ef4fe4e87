package io.espalier.tracker.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.espalier.plan.BranchPlan;
import io.espalier.plan.PruningMethod.Control;
import io.espalier.plan.PruningMethod.Criterion;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class CampaignStatisticsTest {
  private static final String BLINDED = "magnitude-class-blinded-80";
  private static final String UNIFORM = "magnitude-class-uniform-80";
  private static final List<BranchPlan> BRANCHES =
      List.of(
          new BranchPlan("dense-control", Control.DENSE_CONTROL, List.of(0.0), 2),
          new BranchPlan(BLINDED, Criterion.MAGNITUDE_CLASS_BLINDED, List.of(0.8), 2),
          new BranchPlan(UNIFORM, Criterion.MAGNITUDE_CLASS_UNIFORM, List.of(0.8), 2));

  @Test
  void aDifferenceThatEverySeedShowsIsSignificant() {
    Comparison found = blindedAgainstUniform(5, seed -> 0.02 + 0.001 * seed);
    assertThat(found.a()).isEqualTo("magnitude-class-blinded");
    assertThat(found.b()).isEqualTo("magnitude-class-uniform");
    assertThat(found.sparsity()).isEqualTo(0.8);
    assertThat(found.pairs()).isEqualTo(5);
    assertThat(found.meanDifference()).isCloseTo(0.023, within(1e-12));
    assertThat(found.low()).isPositive();
    assertThat(found.adjustedP()).isLessThan(0.05);
    assertThat(found.verdict()).isEqualTo(Verdict.A_BETTER);
    assertThat(blindedAgainstUniform(5, seed -> -0.02 - 0.001 * seed).verdict())
        .isEqualTo(Verdict.B_BETTER);
  }

  @Test
  void fourSeedsAreTooFewHoweverClearTheyAre() {
    Comparison found = blindedAgainstUniform(4, seed -> 0.5 + 0.0001 * seed);
    assertThat(found.p()).isLessThan(1e-6);
    assertThat(found.adjustedP()).isNull();
    assertThat(found.verdict()).isEqualTo(Verdict.TOO_FEW_SEEDS);
  }

  @Test
  void aDifferenceThatChancesSignIsNotShown() {
    Comparison found = blindedAgainstUniform(6, seed -> seed % 2 == 0 ? 0.01 : -0.008);
    assertThat(found.verdict()).isEqualTo(Verdict.NO_DIFFERENCE_SHOWN);
    assertThat(found.low()).isNegative();
    assertThat(found.high()).isPositive();
  }

  @Test
  void pairsThatAreAllEqualShowNoDifference() {
    Comparison found = blindedAgainstUniform(10, seed -> 0);
    assertThat(found.p()).isEqualTo(1.0);
    assertThat(found.t()).isNull();
    assertThat(found.note()).isEqualTo("all pairs are equal");
    assertThat(found.verdict()).isEqualTo(Verdict.NO_DIFFERENCE_SHOWN);
  }

  @Test
  void differencesThatAreAllTheSameAreTestedByTheirSign() {
    Comparison five = blindedAgainstUniform(5, seed -> 0.01);
    assertThat(five.t()).isNull();
    assertThat(five.effectSize()).isNull();
    assertThat(five.low()).isNull();
    assertThat(five.p()).isEqualTo(0.0625);
    assertThat(five.note()).contains("every difference is the same").contains("sign-flip");
    assertThat(five.verdict()).isEqualTo(Verdict.NO_DIFFERENCE_SHOWN);
    assertThat(blindedAgainstUniform(12, seed -> 0.01).verdict()).isEqualTo(Verdict.A_BETTER);
  }

  @Test
  void onlyTrialsThatHaveBothArePairs() {
    Collector collector = new Collector(List.of("net"), BRANCHES);
    for (int seed = 1; seed <= 7; seed++) {
      collector.take(observation(seed, BLINDED, 0.9 + 0.001 * seed));
      if (seed > 2) {
        collector.take(observation(seed, UNIFORM, 0.9));
      }
    }
    CampaignStatistics found = collector.statistics();
    assertThat(found.comparisons()).singleElement().extracting(Comparison::pairs).isEqualTo(5L);
    assertThat(found.groups()).extracting(Group::trials).containsExactly(7L, 5L);
  }

  @Test
  void moreComparisonsAskForMore() {
    Comparison alone = blindedAgainstUniform(5, seed -> 0.002 * seed);
    assertThat(alone.adjustedP()).isEqualTo(alone.p());
    Comparison clearestOfFour = between(UNIFORM, "dense-control", all(5));
    assertThat(clearestOfFour.adjustedP()).isEqualTo(4 * clearestOfFour.p());
  }

  @Test
  void everythingIsComparedWithTheControlAndTheDenseNetworkToo() {
    assertThat(all(5).comparisons())
        .extracting(c -> c.a() + " / " + c.b())
        .containsExactly(
            "magnitude-class-blinded / magnitude-class-uniform",
            "dense / dense-control",
            "magnitude-class-blinded / dense-control",
            "magnitude-class-uniform / dense-control");
  }

  @Test
  void aGroupTellsItsSpread() {
    Group group = all(5).groups().get(2);
    assertThat(group.variant()).isEqualTo("magnitude-class-blinded");
    assertThat(group.branch()).isEqualTo(BLINDED);
    assertThat(group.trials()).isEqualTo(5);
    assertThat(group.compressionRatio()).isCloseTo(5, within(1e-9));
    assertThat(group.mean()).isCloseTo(0.903, within(1e-12));
    assertThat(group.low()).isLessThan(0.903);
    Group single = all(1).groups().get(2);
    assertThat(single.std()).isNull();
    assertThat(single.low()).isNull();
  }

  private static Comparison blindedAgainstUniform(int seeds, IntToDoubleFunction difference) {
    Collector collector = new Collector(List.of("net"), BRANCHES);
    for (int seed = 1; seed <= seeds; seed++) {
      collector.take(observation(seed, BLINDED, 0.4 + difference.applyAsDouble(seed)));
      collector.take(observation(seed, UNIFORM, 0.4));
    }
    return between(BLINDED, UNIFORM, collector.statistics());
  }

  private static CampaignStatistics all(int seeds) {
    Collector collector = new Collector(List.of("net"), BRANCHES);
    for (int seed = 1; seed <= seeds; seed++) {
      collector.take(observation(seed, UNIFORM, 0.89 + 0.002 * (seed % 2)));
      collector.take(observation(seed, BLINDED, 0.9 + 0.001 * seed));
      collector.take(new Observation("net", "t" + seed, "dense", 0, 0.95, 0, false));
      collector.take(observation(seed, "dense-control", 0.96 + 0.001 * (seed % 3)));
    }
    return collector.statistics();
  }

  private static Comparison between(String a, String b, CampaignStatistics statistics) {
    return statistics.comparisons().stream()
        .filter(c -> c.aBranch().equals(a) && c.bBranch().equals(b))
        .findFirst()
        .orElseThrow();
  }

  private static Observation observation(int seed, String branch, double accuracy) {
    double sparsity = branch.equals("dense-control") ? 0 : 0.8;
    return new Observation("net", "t" + seed, branch, 1, accuracy, sparsity, true);
  }
}
