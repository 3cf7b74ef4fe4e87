package io.espalier.events;

import io.espalier.plan.Require;
import io.espalier.plan.StepRef;
import io.espalier.plan.TrialPlan;
import java.util.Optional;
import java.util.function.Function;

/** What may arrive on {@code scored}: what the surrogate expects and how right it was. */
public sealed interface ScoringEvent extends Event, TrialEvent {

  /** Calls the function for this variant; a new variant makes every call site incomplete. */
  default <R> R match(Function<Predicted, R> predicted, Function<Observed, R> observed) {
    if (this instanceof Predicted e) {
      return predicted.apply(e);
    }
    return observed.apply((Observed) this);
  }

  /**
   * The test accuracy expected of a training, told before the truth is known.
   *
   * @param surrogate name and version of the model
   * @param predictedAccuracy 0..1
   * @param observations trainings the model had learnt from
   */
  @WireName("predicted.v1")
  record Predicted(
      TrialPlan plan, StepRef at, String surrogate, double predictedAccuracy, long observations)
      implements ScoringEvent {
    public Predicted {
      Require.present("plan", plan);
      Require.present("at", at);
      Require.text("surrogate", surrogate);
      Require.within("predictedAccuracy", predictedAccuracy, 0, 1);
      Require.atLeast("observations", observations, 0);
    }

    @Override
    public String eventId() {
      return TrialEvent.id(plan, at, "predicted");
    }
  }

  /**
   * The truth about a training has arrived; the model has learnt from it.
   *
   * @param predictedAccuracy what was told before, 0..1
   * @param observedAccuracy test accuracy, 0..1
   * @param residual observed - predicted
   * @param observations trainings the model has learnt from, this one included
   * @param meanAbsoluteError prequential: mean of |residual| over all observations so far
   * @param rSquared prequential R^2 of all predictions so far; absent while undefined
   */
  @WireName("observed.v1")
  record Observed(
      TrialPlan plan,
      StepRef at,
      String surrogate,
      double predictedAccuracy,
      double observedAccuracy,
      double residual,
      long observations,
      double meanAbsoluteError,
      Optional<Double> rSquared)
      implements ScoringEvent {
    public Observed {
      Require.present("plan", plan);
      Require.present("at", at);
      Require.text("surrogate", surrogate);
      Require.within("predictedAccuracy", predictedAccuracy, 0, 1);
      Require.within("observedAccuracy", observedAccuracy, 0, 1);
      Require.within("residual", residual, -1, 1);
      Require.atLeast("observations", observations, 1);
      Require.finiteNonNegative("meanAbsoluteError", meanAbsoluteError);
      Require.present("rSquared", rSquared);
    }

    @Override
    public String eventId() {
      return TrialEvent.id(plan, at, "observed");
    }
  }
}
