package io.espalier.campaign;

import io.espalier.plan.StructureLearning;
import java.util.Optional;

/** Reads {@code training.structureLearning}. Shares are percentages, as pruning rates are. */
final class StructureLearningField {
  private static final double REWIRED = 30;
  private static final double UNTIL = 75;
  private static final int EVERY_BATCHES = 100;

  private StructureLearningField() {}

  static Optional<StructureLearning> read(Field field, int epochs) {
    return switch (field.kind("method", "gradual-magnitude", "set", "rigl", "l1-threshold")) {
      case "gradual-magnitude" -> gradual(field, epochs);
      case "set" -> sparseEvolutionary(field);
      case "rigl" -> rigl(field);
      case "l1-threshold" -> l1(field);
      default -> Optional.empty();
    };
  }

  private static Optional<StructureLearning> gradual(Field field, int epochs) {
    field.onlyFields("method", "sparsity", "beginEpoch", "endEpoch", "everyBatches");
    Optional<Double> sparsity = percentage(field, "sparsity");
    long begin = field.get("beginEpoch").integer(0, epochs - 1L, 0);
    long end =
        field.get("endEpoch").integer(begin + 1, epochs, Math.max(begin + 1, epochs * 3L / 4));
    int every = everyBatches(field);
    return sparsity.map(
        s -> new StructureLearning.GradualMagnitude(s, (int) begin, (int) end, every));
  }

  private static Optional<StructureLearning> sparseEvolutionary(Field field) {
    field.onlyFields("method", "sparsity", "rewired");
    Optional<Double> sparsity = percentage(field, "sparsity");
    double rewired = percentage(field, "rewired", REWIRED);
    return sparsity.map(s -> new StructureLearning.SparseEvolutionary(s, rewired));
  }

  private static Optional<StructureLearning> rigl(Field field) {
    field.onlyFields("method", "sparsity", "rewired", "everyBatches", "until");
    Optional<Double> sparsity = percentage(field, "sparsity");
    double rewired = percentage(field, "rewired", REWIRED);
    int every = everyBatches(field);
    double until =
        field
                .get("until")
                .ifPresent(f -> f.number(1e-9, 100, "a percentage greater than 0, at most 100"))
                .orElse(UNTIL)
            / 100;
    return sparsity.map(s -> new StructureLearning.RigL(s, rewired, every, until));
  }

  private static Optional<StructureLearning> l1(Field field) {
    field.onlyFields("method", "strength", "threshold");
    Optional<Double> strength = positive(field.get("strength"));
    Optional<Double> threshold = positive(field.get("threshold"));
    return strength.flatMap(s -> threshold.map(t -> new StructureLearning.L1Threshold(s, t)));
  }

  private static int everyBatches(Field field) {
    return (int) field.get("everyBatches").integer(1, 1_000_000, EVERY_BATCHES);
  }

  private static Optional<Double> percentage(Field field, String name) {
    return field
        .get(name)
        .number(1e-6, 99.9999, "a percentage greater than 0 and below 100")
        .map(percent -> percent / 100);
  }

  private static double percentage(Field field, String name, double otherwise) {
    return field.get(name).present()
        ? percentage(field, name).orElse(otherwise / 100)
        : otherwise / 100;
  }

  private static Optional<Double> positive(Field field) {
    return field.number(1e-12, 1e6, "a number greater than 0, at most 1e6");
  }
}
