package io.espalier.predictor.scoring;

import static io.espalier.predictor.Samples.plan;
import static io.espalier.predictor.Samples.trained;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.espalier.events.ScoringEvent;
import io.espalier.events.ScoringEvent.Observed;
import io.espalier.events.ScoringEvent.Predicted;
import io.espalier.plan.StepRef;
import io.espalier.plan.UnplannedTraining;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScoresTest {
  private static final StepRef PRUNED = new StepRef("blinded", 2);

  private final Scores scores = new Scores();
  private final List<ScoringEvent> told = new ArrayList<>();

  @Test
  void theFirstCandidateIsPredictedAtTheChanceLevel() {
    Predicted predicted = scores.predict(plan(1), StepRef.BASE).orElseThrow();

    assertThat(predicted.predictedAccuracy()).isEqualTo(0.25, within(1e-9));
    assertThat(predicted.observations()).isZero();
  }

  @Test
  void aTrainingIsPredictedOncePerAttempt() {
    predict(1, StepRef.BASE);

    assertThat(scores.predict(plan(1), StepRef.BASE)).isEmpty();
    assertThat(scores.predict(plan(1), PRUNED)).isPresent();
    assertThat(scores.predict(plan(1).retriedAs(2), StepRef.BASE)).isPresent();
  }

  @Test
  void anObservationIsJudgedByWhatWasToldBefore() {
    predict(1, StepRef.BASE);
    predict(2, StepRef.BASE);
    observe(1, StepRef.BASE, 0.9);

    Observed observed = scores.observe(trained(plan(2), StepRef.BASE, 0.95)).orElseThrow();

    assertThat(observed.predictedAccuracy()).isEqualTo(0.25, within(1e-9));
    assertThat(observed.residual()).isEqualTo(0.7, within(1e-9));
    assertThat(observed.observations()).isEqualTo(2);
    assertThat(observed.meanAbsoluteError()).isEqualTo((0.65 + 0.7) / 2, within(1e-9));
    assertThat(observed.rSquared()).isPresent();
  }

  @Test
  void whatIsObservedChangesTheNextPrediction() {
    observe(1, StepRef.BASE, 0.9);

    Predicted next = scores.predict(plan(2), StepRef.BASE).orElseThrow();

    assertThat(next.predictedAccuracy()).isGreaterThan(0.7);
    assertThat(next.observations()).isEqualTo(1);
  }

  @Test
  void aRepeatedObservationIsNotLearntTwice() {
    Observed observed = observe(1, StepRef.BASE, 0.9);
    double before = expectation();

    assertThat(scores.observe(trained(plan(1), StepRef.BASE, 0.9))).isEmpty();
    scores.evolve(observed);

    assertThat(expectation()).isEqualTo(before);
  }

  @Test
  void scoresRebuiltFromShuffledAndRepeatedEventsSayExactlyTheSame() {
    for (int trial = 1; trial <= 20; trial++) {
      predict(trial, StepRef.BASE);
      predict(trial, PRUNED);
      if (trial > 5) {
        observe(trial - 5, StepRef.BASE, 0.8 + 0.005 * trial);
        observe(trial - 5, PRUNED, 0.7 + 0.005 * trial);
      }
    }
    List<ScoringEvent> replayed = new ArrayList<>(told);
    replayed.addAll(told.subList(5, 15));
    Collections.shuffle(replayed, new Random(3));

    Scores rebuilt = new Scores();
    rebuilt.rebuild(replayed);

    assertThat(rebuilt.observe(trained(plan(17), PRUNED, 0.5)))
        .isEqualTo(scores.observe(trained(plan(17), PRUNED, 0.5)));
    assertThat(rebuilt.predict(plan(21), PRUNED)).isEqualTo(scores.predict(plan(21), PRUNED));
  }

  @Test
  void aTrainingThatThePlanDoesNotHaveIsNamed() {
    assertThatThrownBy(() -> scores.predict(plan(1), new StepRef("blinded", 3)))
        .isInstanceOf(UnplannedTraining.class)
        .hasMessageContaining("blinded/3");
  }

  private void predict(int trial, StepRef at) {
    Predicted predicted = scores.predict(plan(trial), at).orElseThrow();
    told.add(predicted);
    scores.evolve(predicted);
  }

  private Observed observe(int trial, StepRef at, double accuracy) {
    Observed observed = scores.observe(trained(plan(trial), at, accuracy)).orElseThrow();
    told.add(observed);
    scores.evolve(observed);
    return observed;
  }

  private double expectation() {
    return scores.predict(plan(99), PRUNED).orElseThrow().predictedAccuracy();
  }
}
