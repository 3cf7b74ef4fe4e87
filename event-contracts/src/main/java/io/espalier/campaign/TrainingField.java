package io.espalier.campaign;

import io.espalier.plan.EarlyStopping;
import io.espalier.plan.LearningRateSchedule;
import io.espalier.plan.Optimizer;
import io.espalier.plan.TrainingOptions;
import java.util.Arrays;
import java.util.Optional;

/** Reads {@code training}. */
final class TrainingField {
  private static final String SHARE = "a number from 0 to 1";

  private TrainingField() {}

  static Optional<TrainingOptions> read(Field field) {
    if (!field.present()) {
      return field.refuse("fields: learningRate, batchSize, epochs and others");
    }
    field.onlyFields(
        "learningRate",
        "momentum",
        "batchSize",
        "epochs",
        "optimizer",
        "weightDecay",
        "gradientClip",
        "dropout",
        "schedule",
        "earlyStopping",
        "structureLearning");
    Optional<Double> rate =
        field.get("learningRate").number(1e-9, 10, "a number greater than 0, at most 10");
    double momentum = momentum(field.get("momentum")).orElse(0.0);
    long batch = field.get("batchSize").integer(1, 10_000, 64);
    Optional<Long> epochs = field.get("epochs").integer(1, 10_000);
    Optimizer optimizer =
        field
            .get("optimizer")
            .oneOf(Arrays.asList(Optimizer.values()), Optimizer::wireName, Optimizer.SGD);
    if (optimizer == Optimizer.ADAM && momentum > 0) {
      field.get("momentum").refuse("no momentum with adam, which has its own");
    }
    Optional<Double> decay =
        field.get("weightDecay").ifPresent(f -> f.number(0, 10, "a number from 0 to 10"));
    Optional<Double> clip =
        field
            .get("gradientClip")
            .ifPresent(f -> f.number(1e-9, 1e9, "a number greater than 0, at most 1e9"));
    Optional<Double> dropout =
        field.get("dropout").ifPresent(f -> f.number(0, 0.99, "a number from 0 to 0.99"));
    Optional<LearningRateSchedule> schedule =
        field.get("schedule").ifPresent(f -> schedule(f, rate));
    Optional<EarlyStopping> stopping =
        field.get("earlyStopping").ifPresent(TrainingField::stopping);
    int trained = epochs.orElse(1L).intValue();
    var structure =
        field.get("structureLearning").ifPresent(f -> StructureLearningField.read(f, trained));
    if (rate.isEmpty() || epochs.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new TrainingOptions(
            rate.get(),
            momentum,
            (int) batch,
            trained,
            optimizer,
            decay,
            clip,
            dropout,
            schedule,
            stopping,
            structure));
  }

  private static Optional<Double> momentum(Field field) {
    return field.ifPresent(f -> f.number(0, 0.9999, "a number from 0 to 0.9999"));
  }

  private static Optional<LearningRateSchedule> schedule(Field field, Optional<Double> rate) {
    return switch (field.kind("kind", "step", "cosine", "plateau")) {
      case "step" -> step(field);
      case "cosine" -> cosine(field);
      case "plateau" -> plateau(field, rate);
      default -> Optional.empty();
    };
  }

  private static Optional<LearningRateSchedule> step(Field field) {
    field.onlyFields("kind", "everyEpochs", "factor");
    Optional<Long> every = field.get("everyEpochs").integer(1, 10_000);
    Optional<Double> factor = factor(field, 1);
    return every.flatMap(e -> factor.map(f -> new LearningRateSchedule.Step(e.intValue(), f)));
  }

  private static Optional<LearningRateSchedule> cosine(Field field) {
    field.onlyFields("kind", "floor");
    return Optional.of(new LearningRateSchedule.Cosine(shareOrNone(field.get("floor"))));
  }

  private static Optional<LearningRateSchedule> plateau(Field field, Optional<Double> rate) {
    field.onlyFields("kind", "leastGain", "factor", "momentum", "end");
    double gain = shareOrNone(field.get("leastGain"));
    Optional<Double> fall = factor(field, 0.99);
    Optional<Double> momentum = momentum(field.get("momentum"));
    double end =
        field.get("end").ifPresent(f -> f.number(0, 10, "a number from 0 to 10")).orElse(0.0);
    if (rate.filter(r -> r <= end).isPresent()) {
      field.get("end").refuse("a number below training.learningRate");
    }
    return fall.map(f -> new LearningRateSchedule.Plateau(gain, f, momentum, end));
  }

  private static double shareOrNone(Field field) {
    return field.ifPresent(f -> f.number(0, 1, SHARE)).orElse(0.0);
  }

  private static Optional<Double> factor(Field field, double most) {
    return field.get("factor").number(1e-6, most, "a number greater than 0, at most " + most);
  }

  private static Optional<EarlyStopping> stopping(Field field) {
    field.onlyFields("patience", "leastGain");
    Optional<Long> patience = field.get("patience").integer(1, 10_000);
    double gain = shareOrNone(field.get("leastGain"));
    return patience.map(p -> new EarlyStopping(p.intValue(), gain));
  }
}
