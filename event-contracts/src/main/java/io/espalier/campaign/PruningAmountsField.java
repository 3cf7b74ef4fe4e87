package io.espalier.campaign;

import io.espalier.plan.Cut;
import io.espalier.plan.PruningOptions;
import io.espalier.plan.Rounds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads how much is pruned: {@code rates}, {@code compressions}, {@code layerRates} or {@code
 * iterative}.
 */
final class PruningAmountsField {
  static final List<String> WAYS = List.of("rates", "compressions", "layerRates", "iterative");

  private static final int MOST = 100;
  private static final long USUAL_ROUNDS = 10;

  /** Study 1 ends here. */
  private static final long USUAL_LEAST_WEIGHTS = 500;

  private final Field pruning;
  private final double learned;
  private final boolean emptyLayers;

  /**
   * @param learned sparsity that the structure has before the first cut
   * @param emptyLayers whether everything may be cut
   */
  PruningAmountsField(Field pruning, double learned, boolean emptyLayers) {
    this.pruning = pruning;
    this.learned = learned;
    this.emptyLayers = emptyLayers;
  }

  List<PruningAmount> read() {
    List<Field> given = WAYS.stream().map(pruning::get).filter(Field::present).toList();
    if (given.size() != 1) {
      pruning.get("rates").refuse("one of " + String.join(", ", WAYS));
      return List.of();
    }
    if (pruning.get("rates").present()) {
      return rates(pruning.get("rates")).stream()
          .map(rate -> PruningAmount.sparsities(percent(rate), List.of(rate)))
          .toList();
    }
    if (pruning.get("compressions").present()) {
      return compressions(pruning.get("compressions"));
    }
    return pruning.get("layerRates").present()
        ? layerRates(pruning.get("layerRates"))
        : iterative(pruning.get("iterative"));
  }

  private List<Double> rates(Field field) {
    String allowed =
        emptyLayers
            ? "a percentage greater than 0, at most 100"
            : "a percentage greater than 0 and below 100 (100 with emptyLayers: true)";
    double most = emptyLayers ? 100 : Math.nextDown(100.0);
    return distinct(
        field,
        "a list of percentages, such as [80]",
        "each rate once",
        item ->
            item.number(Double.MIN_NORMAL, most, allowed)
                .map(percent -> percent / 100)
                .flatMap(
                    rate ->
                        rate > learned
                            ? Optional.of(rate)
                            : item.refuse(
                                "a percentage above the sparsity that training.structureLearning"
                                    + " reaches")));
  }

  private List<PruningAmount> compressions(Field field) {
    return distinct(
            field,
            "a list of ratios, such as [2, 5, 10]",
            "each ratio once",
            item ->
                item.number(1 / (1 - learned), 1e6, "total / remaining weights, greater than 1")
                    .flatMap(
                        ratio -> ratio * (1 - learned) > 1 ? Optional.of(ratio) : refused(item)))
        .stream()
        .map(ratio -> PruningAmount.sparsities("x" + plain(ratio), List.of(1 - 1 / ratio)))
        .toList();
  }

  private static Optional<Double> refused(Field item) {
    return item.refuse("a ratio that cuts something");
  }

  private List<PruningAmount> layerRates(Field field) {
    Map<String, Double> rates = new LinkedHashMap<>();
    if (!field.isObject() || field.node().isEmpty()) {
      field.refuse("percentages by layer, such as {layer0: 90, layer1: 50}");
      return List.of();
    }
    String allowed = "a percentage greater than 0, at most 100";
    field
        .node()
        .fieldNames()
        .forEachRemaining(
            name -> {
              Field item = field.get(name);
              if (rates.keySet().stream().anyMatch(other -> overlap(other, name))) {
                item.refuse("layers that no other name covers");
              }
              item.number(Double.MIN_NORMAL, 100, allowed)
                  .ifPresent(percent -> rates.put(name, percent / 100));
            });
    return List.of(PruningAmount.perLayer(rates));
  }

  private static boolean overlap(String a, String b) {
    return PruningOptions.names(a, b) || PruningOptions.names(b, a);
  }

  private List<PruningAmount> iterative(Field field) {
    String ways = "one of rates, shareOfRemaining, weights, saliencyBudget";
    field.onlyFields(
        "rates",
        "shareOfRemaining",
        "weights",
        "saliencyBudget",
        "rounds",
        "until",
        "leastWeights");
    List<String> given =
        List.of("rates", "shareOfRemaining", "weights", "saliencyBudget").stream()
            .filter(way -> field.get(way).present())
            .toList();
    if (given.size() != 1) {
      return field.<List<PruningAmount>>refuse(ways).orElse(List.of());
    }
    return switch (given.get(0)) {
      case "rates" -> steps(field);
      case "weights" ->
          rounds(
              field,
              field.get("weights"),
              "a list of whole numbers from 1",
              item -> item.integer(1, Integer.MAX_VALUE),
              count -> "weights-" + count,
              Cut.Weights::new);
      case "shareOfRemaining" ->
          rounds(
              field,
              field.get("shareOfRemaining"),
              "a percentage greater than 0 and below 100, or a list of them",
              PruningAmountsField::share,
              share -> "share-" + percent(share),
              Cut.ShareOfRemaining::new);
      default ->
          rounds(
              field,
              field.get("saliencyBudget"),
              "a percentage greater than 0 and below 100, or a list of them",
              PruningAmountsField::share,
              share -> "budget-" + percent(share),
              Cut.SaliencyBudget::new);
    };
  }

  private List<PruningAmount> steps(Field field) {
    for (String other : List.of("rounds", "until", "leastWeights")) {
      if (field.get(other).present()) {
        field.get(other).refuse("nothing beside rates, which say every step");
      }
    }
    List<Double> rates = rates(field.get("rates"));
    if (!rates.equals(rates.stream().sorted().toList())) {
      field.get("rates").refuse("percentages that rise, each step's");
      return List.of();
    }
    return rates.isEmpty()
        ? List.of()
        : List.of(
            PruningAmount.sparsities(
                String.join("-", rates.stream().map(PruningAmountsField::percent).toList()),
                rates));
  }

  private <T> List<PruningAmount> rounds(
      Field field,
      Field amounts,
      String allowed,
      Function<Field, Optional<T>> reading,
      Function<T, String> label,
      Function<T, Cut> cut) {
    long most = field.get("rounds").integer(1, 1000, USUAL_ROUNDS);
    Optional<Double> until =
        field
            .get("until")
            .ifPresent(f -> f.number(1e-6, 100, "a percentage greater than 0, at most 100"))
            .map(percent -> percent / 100);
    if (until.filter(share -> share <= learned).isPresent()) {
      field.get("until").refuse("a percentage above what training.structureLearning reaches");
    }
    long least = field.get("leastWeights").integer(0, Integer.MAX_VALUE, USUAL_LEAST_WEIGHTS);
    List<T> values =
        amounts.node().isArray()
            ? distinct(amounts, allowed, "each once", reading)
            : reading.apply(amounts).map(List::of).orElse(List.of());
    return values.stream()
        .map(
            value ->
                PruningAmount.rounds(
                    label.apply(value), new Rounds(cut.apply(value), (int) most, until, least)))
        .toList();
  }

  private static Optional<Double> share(Field item) {
    return item.number(1e-6, Math.nextDown(100.0), "a percentage greater than 0 and below 100")
        .map(percent -> percent / 100);
  }

  private static <T> List<T> distinct(
      Field field, String list, String once, Function<Field, Optional<T>> reading) {
    List<T> values = new ArrayList<>();
    for (Field item : field.items(MOST, list)) {
      Optional<T> value = reading.apply(item);
      if (value.filter(values::contains).isPresent()) {
        item.refuse(once);
      } else {
        value.ifPresent(values::add);
      }
    }
    return values;
  }

  private static String percent(double share) {
    return plain(Math.rint(share * 1e8) / 1e6);
  }

  private static String plain(double value) {
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }
}
