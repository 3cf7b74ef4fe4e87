package io.espalier.networks.optimizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.espalier.plan.EarlyStopping;
import io.espalier.plan.LearningRateSchedule;
import io.espalier.plan.LearningRateSchedule.Cosine;
import io.espalier.plan.LearningRateSchedule.Plateau;
import io.espalier.plan.LearningRateSchedule.Step;
import io.espalier.plan.Optimizer;
import io.espalier.plan.TrainingOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PaceTest {

  @Test
  void withoutAScheduleTheRateStays() {
    assertThat(rates(Pace.of(options(Optional.empty()), 3), 3)).containsExactly(0.01, 0.01, 0.01);
  }

  @Test
  void stepsMultiplyTheRateEveryFewEpochs() {
    assertThat(rates(pace(new Step(2, 0.5), 5), 5))
        .containsExactly(0.01, 0.01, 0.005, 0.005, 0.0025);
  }

  @Test
  void theCosineFallsFromTheRateTowardsItsFloor() {
    List<Double> rates = rates(pace(new Cosine(0.2), 4), 5);

    assertThat(rates.get(0)).isEqualTo(0.01);
    assertThat(rates.get(1)).isCloseTo(0.01 * (0.2 + 0.4 * (1 + Math.sqrt(0.5))), within(1e-15));
    assertThat(rates.get(2)).isCloseTo(0.006, within(1e-15));
    assertThat(rates.get(4)).isCloseTo(0.002, within(1e-15));
  }

  @Test
  void aPlateauLowersTheRateChangesTheMomentumAndEndsTheTraining() {
    Pace pace = pace(new Plateau(0.001, 0.1, Optional.of(0.5), 1e-4), 99);

    assertThat(pace.endsAfter(0.5, true)).isFalse();
    assertThat(pace.endsAfter(0.6, true)).isFalse();
    assertThat(pace.rate()).isEqualTo(0.01);
    assertThat(pace.momentum()).isEqualTo(0.2);
    assertThat(pace.endsAfter(0.6005, true)).isFalse();
    assertThat(pace.rate()).isEqualTo(0.001);
    assertThat(pace.momentum()).isEqualTo(0.5);
    assertThat(pace.endsAfter(0.7, true)).isFalse();
    assertThat(pace.rate()).isEqualTo(0.001);
    assertThat(pace.endsAfter(0.6, true)).isTrue();
  }

  @Test
  void anAccuracyThatDoesNotCountLeavesTheRate() {
    Pace pace = pace(new Plateau(0.001, 0.1, Optional.of(0.5), 0.005), 99);

    assertThat(pace.endsAfter(0.5, true)).isFalse();
    assertThat(pace.endsAfter(0.3, false)).isFalse();
    assertThat(pace.rate()).isEqualTo(0.01);
    assertThat(pace.endsAfter(0.3, true)).isTrue();
  }

  @Test
  void patienceEndsAfterSoManyEpochsWithoutANewBest() {
    Patience patience = new Patience(new EarlyStopping(2, 0.01));

    assertThat(patience.endsAfter(0.5)).isFalse();
    assertThat(patience.endsAfter(0.505)).isFalse();
    assertThat(patience.endsAfter(0.52)).isFalse();
    assertThat(patience.endsAfter(0.4)).isFalse();
    assertThat(patience.endsAfter(0.525)).isTrue();
  }

  @Test
  void anEqualAccuracyIsNoNewBest() {
    Patience patience = new Patience(new EarlyStopping(1, 0));

    assertThat(patience.endsAfter(0)).isFalse();
    assertThat(patience.endsAfter(0)).isTrue();
  }

  private static Pace pace(LearningRateSchedule schedule, int epochs) {
    return Pace.of(options(Optional.of(schedule)), epochs);
  }

  private static List<Double> rates(Pace pace, int epochs) {
    List<Double> rates = new ArrayList<>();
    for (int i = 0; i < epochs; i++) {
      rates.add(pace.rate());
      assertThat(pace.endsAfter(0.5, true)).isFalse();
    }
    return rates;
  }

  private static TrainingOptions options(Optional<LearningRateSchedule> schedule) {
    return new TrainingOptions(
        0.01,
        0.2,
        1,
        1,
        Optimizer.SGD,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        schedule,
        Optional.empty(),
        Optional.empty());
  }
}
