package io.espalier.audit.verification;

import io.espalier.events.Event;
import io.espalier.events.LayerPruning;
import io.espalier.events.PruningEvent.Pruned;
import io.espalier.events.PruningEvent.ScheduleFinished;
import io.espalier.events.ScoringEvent.Observed;
import io.espalier.events.ScoringEvent.Predicted;
import io.espalier.events.TrainingEvent.Trained;
import java.util.Objects;
import java.util.Optional;

/**
 * Do events say the same where they speak of the same? What a step pruned is what the training
 * before it left; what a training held is what the step asked for; sums add up.
 */
final class NumbersCheck implements Check {
  @Override
  public void examine(Chronicle chronicle, Findings findings) {
    for (Recorded recorded : chronicle.events()) {
      Event event = recorded.event();
      Comparison compare = new Comparison(recorded, findings);
      if (event instanceof Pruned pruned) {
        pruned(pruned, cause(recorded, chronicle, Trained.class), compare);
      } else if (event instanceof Trained trained) {
        cause(recorded, chronicle, Pruned.class)
            .ifPresent(pruned -> compare.same("mask", Optional.of(pruned.mask()), trained.mask()));
      } else if (event instanceof ScheduleFinished finished) {
        cause(recorded, chronicle, Trained.class)
            .ifPresent(trained -> compare.same("quality", trained.quality(), finished.quality()));
      } else if (event instanceof Observed observed) {
        observed(observed, chronicle, cause(recorded, chronicle, Trained.class), compare);
      }
    }
  }

  private static void pruned(Pruned pruned, Optional<Trained> input, Comparison compare) {
    compare.same(
        "kept", pruned.layers().stream().mapToLong(LayerPruning::kept).sum(), pruned.kept());
    compare.same(
        "total", pruned.layers().stream().mapToLong(LayerPruning::total).sum(), pruned.total());
    pruned
        .plan()
        .branch(pruned.at().branch())
        .ifPresent(branch -> compare.same("method", branch.method(), pruned.method()));
    input.ifPresent(
        trained -> {
          compare.same("maskBefore", trained.mask(), told(pruned, trained));
          if (pruned.input().equals(trained.checkpoint())) {
            compare.same("before", trained.quality(), pruned.before());
          }
        });
  }

  /** Events that were told before there were reports do not tell the mask before. */
  private static Optional<?> told(Pruned pruned, Trained trained) {
    return pruned.report().isEmpty() && pruned.maskBefore().isEmpty()
        ? trained.mask()
        : pruned.maskBefore();
  }

  private static void observed(
      Observed observed, Chronicle chronicle, Optional<Trained> truth, Comparison compare) {
    truth.ifPresent(
        trained ->
            compare.same(
                "observedAccuracy", trained.quality().testAccuracy(), observed.observedAccuracy()));
    compare.same(
        "residual",
        observed.observedAccuracy() - observed.predictedAccuracy(),
        observed.residual());
    chronicle
        .event(TrainingKey.of(observed.plan(), observed.at()), "predicted", Predicted.class)
        .ifPresent(
            predicted ->
                compare.same(
                    "predictedAccuracy",
                    predicted.predictedAccuracy(),
                    observed.predictedAccuracy()));
  }

  private static <E extends Event> Optional<E> cause(
      Recorded effect, Chronicle chronicle, Class<E> type) {
    return effect
        .cause()
        .flatMap(cause -> chronicle.event(cause.id()))
        .map(Recorded::event)
        .filter(type::isInstance)
        .map(type::cast);
  }

  /** Tells where an event departs from what follows from others. */
  private record Comparison(Recorded recorded, Findings findings) {
    void same(String field, Object expected, Object told) {
      if (!Objects.equals(expected, told)) {
        findings.problem(recorded, field + " is " + told + ", expected: " + expected);
      }
    }
  }
}
