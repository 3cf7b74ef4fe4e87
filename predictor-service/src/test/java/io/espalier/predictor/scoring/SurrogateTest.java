package io.espalier.predictor.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SurrogateTest {
  private static final double[] PRIOR = {0, 1, 0};

  @Test
  void thePriorIsPredictedBeforeAnyObservation() {
    Surrogate surrogate = new Surrogate(PRIOR, 0.1);

    assertThat(surrogate.predict(new double[] {1, 0.1, 0.7})).isEqualTo(0.1, within(1e-12));
  }

  @Test
  void aLinearRelationIsLearnt() {
    Surrogate surrogate = new Surrogate(PRIOR, 0.1);
    Random random = new Random(7);

    for (int i = 0; i < 500; i++) {
      double[] x = {1, random.nextDouble(), random.nextDouble()};
      surrogate.learn(x, truth(x) + 0.01 * random.nextGaussian());
    }

    double[] unseen = {1, 0.25, 0.75};
    assertThat(surrogate.predict(unseen)).isEqualTo(truth(unseen), within(0.005));
  }

  @Test
  void recursiveUpdatesGiveTheRidgeSolution() {
    double strength = 0.5;
    Surrogate surrogate = new Surrogate(new double[] {0.2}, strength);
    double[] x = {1, 0.5, 0.25};
    double[] y = {0.9, 0.4, 0.3};
    double gram = strength;
    double moment = strength * 0.2;
    for (int i = 0; i < x.length; i++) {
      surrogate.learn(new double[] {x[i]}, y[i]);
      gram += x[i] * x[i];
      moment += x[i] * y[i];
    }

    assertThat(surrogate.predict(new double[] {1})).isEqualTo(moment / gram, within(1e-12));
  }

  @Test
  void predictionsStayBetweenZeroAndOne() {
    Surrogate surrogate = new Surrogate(PRIOR, 0.1);

    assertThat(surrogate.predict(new double[] {1, 9, 0})).isEqualTo(1);
    assertThat(surrogate.predict(new double[] {1, -9, 0})).isEqualTo(0);
  }

  private static double truth(double[] x) {
    return 0.3 + 0.4 * x[1] - 0.2 * x[2];
  }
}
