package io.espalier.predictor.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PrequentialTest {

  @Test
  void rSquaredIsAbsentUntilTwoDifferentTruthsAreKnown() {
    assertThat(Prequential.NONE.rSquared()).isEmpty();
    assertThat(Prequential.NONE.with(0.5, 0.9).rSquared()).isEmpty();
    assertThat(Prequential.NONE.with(0.5, 0.9).with(0.5, 0.9).rSquared()).isEmpty();
  }

  @Test
  void errorsAreAveragedAndComparedWithTheSpread() {
    Prequential quality = Prequential.NONE.with(0.5, 0.6).with(0.5, 0.8).with(0.5, 0.4);

    assertThat(quality.meanAbsoluteError()).isEqualTo(0.5 / 3, within(1e-12));
    // squared errors 0.01 + 0.09 + 0.01, deviations from 0.6: 0 + 0.04 + 0.04
    assertThat(quality.rSquared().orElseThrow()).isEqualTo(1 - 0.11 / 0.08, within(1e-12));
  }

  @Test
  void perfectPredictionsHaveAnRSquaredOfOne() {
    Prequential quality = Prequential.NONE.with(0.2, 0.2).with(0.8, 0.8);

    assertThat(quality.rSquared()).hasValue(1.0);
    assertThat(quality.meanAbsoluteError()).isZero();
  }
}
