package io.espalier.predictor.scoring;

import io.espalier.events.ScoringEvent;
import io.espalier.events.ScoringEvent.Observed;
import io.espalier.events.ScoringEvent.Predicted;
import io.espalier.events.TrainingEvent.Trained;
import io.espalier.plan.StepRef;
import io.espalier.plan.TrialPlan;
import io.espalier.plan.UnplannedTraining;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was predicted and observed so far, and the surrogate that learnt from it: a fold over {@code
 * scored}, the service's own words.
 *
 * <p>Decide, then evolve: {@link #predict} and {@link #observe} change nothing; what they return is
 * told first and folded then. Each {@code Observed} carries its ordinal, so that a rebuilt fold
 * learns in the order of the first time, whatever order the partitions are read in.
 */
public final class Scores {
  /** Name and version of the model, as events tell it. */
  public static final String SURROGATE = "ridge-rls.v3";

  private static final double PRIOR_STRENGTH = 0.1;

  private final OfGraph graphs;
  private final Map<String, Double> predicted = new HashMap<>();
  private final Set<String> observed = new HashSet<>();
  private Prequential quality = Prequential.NONE;
  private Optional<Surrogate> surrogate = Optional.empty();

  /** Nothing predicted or observed yet. */
  public Scores() {
    this(new OfGraph());
  }

  Scores(OfGraph graphs) {
    this.graphs = graphs;
  }

  /** Folds events that were told earlier, in any order and repeated at will. */
  public synchronized void rebuild(Collection<? extends ScoringEvent> told) {
    told.stream().filter(Predicted.class::isInstance).forEach(this::evolve);
    told.stream()
        .filter(Observed.class::isInstance)
        .map(Observed.class::cast)
        .sorted(Comparator.comparingLong(Observed::observations).thenComparing(Observed::eventId))
        .forEach(this::evolve);
  }

  /** Folds one event; a repeated one does nothing. */
  public synchronized void evolve(ScoringEvent told) {
    if (told instanceof Predicted p) {
      predicted.putIfAbsent(training(p.plan(), p.at()), p.predictedAccuracy());
    } else if (told instanceof Observed o && observed.add(training(o.plan(), o.at()))) {
      surrogate().learn(Features.of(o.plan(), o.at(), graphs), o.observedAccuracy());
      quality = quality.with(o.predictedAccuracy(), o.observedAccuracy());
    }
  }

  /**
   * The prediction to tell for a training; empty if one was told before.
   *
   * @throws UnplannedTraining if the plan has no such training
   */
  public synchronized Optional<Predicted> predict(TrialPlan plan, StepRef at) {
    return predicted.containsKey(training(plan, at))
        ? Optional.empty()
        : Optional.of(new Predicted(plan, at, SURROGATE, expected(plan, at), quality.count()));
  }

  /**
   * The observation to tell for a training; empty if it was told before. It is judged by what was
   * predicted before; only if nothing was, by what the model says now, before learning it.
   *
   * @throws UnplannedTraining if the plan has no such training
   */
  public synchronized Optional<Observed> observe(Trained trained) {
    String training = training(trained.plan(), trained.at());
    if (observed.contains(training)) {
      return Optional.empty();
    }
    double truth = trained.quality().testAccuracy();
    Double before = predicted.get(training);
    double prediction = before == null ? expected(trained.plan(), trained.at()) : before;
    Prequential then = quality.with(prediction, truth);
    return Optional.of(
        new Observed(
            trained.plan(),
            trained.at(),
            SURROGATE,
            prediction,
            truth,
            truth - prediction,
            then.count(),
            then.meanAbsoluteError(),
            then.rSquared()));
  }

  private double expected(TrialPlan plan, StepRef at) {
    return surrogate().predict(Features.of(plan, at, graphs));
  }

  /**
   * Built at first use: linear algebra needs native libraries, which a waiting service does not.
   */
  private Surrogate surrogate() {
    if (surrogate.isEmpty()) {
      surrogate = Optional.of(new Surrogate(Features.prior(), PRIOR_STRENGTH));
    }
    return surrogate.orElseThrow();
  }

  private static String training(TrialPlan plan, StepRef at) {
    return plan.trial() + "/" + plan.attempt() + "/" + at;
  }
}
