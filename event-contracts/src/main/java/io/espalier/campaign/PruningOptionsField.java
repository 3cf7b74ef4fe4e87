package io.espalier.campaign;

import io.espalier.plan.Granularity;
import io.espalier.plan.PruningOptions;
import io.espalier.plan.StartFrom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads what {@code pruning} says beside methods and amounts: one set of options per scope. */
final class PruningOptionsField {
  private static final String ALL = "all";

  private PruningOptionsField() {}

  /**
   * @param denseEpochs of the training that may be rewound
   */
  static List<PruningOptions> read(
      Field pruning, int denseEpochs, boolean emptyLayers, Optional<Double> leastGain) {
    Granularity granularity =
        pruning
            .get("granularity")
            .oneOf(Arrays.asList(Granularity.values()), Granularity::wireName, Granularity.WEIGHTS);
    Optional<StartFrom> start = pruning.get("start").ifPresent(field -> start(field, denseEpochs));
    return scopes(pruning.get("scopes")).stream()
        .map(
            scope ->
                new PruningOptions(
                    granularity, scope, emptyLayers, start, Optional.empty(), leastGain))
        .toList();
  }

  private static Optional<StartFrom> start(Field field, int denseEpochs) {
    if (field.isObject()) {
      field.onlyFields("rewindTo");
      return field
          .get("rewindTo")
          .integer(0, denseEpochs - 1L)
          .map(epoch -> new StartFrom.Rewound(epoch.intValue()));
    }
    String kind = field.node().isTextual() ? field.node().textValue() : "";
    return switch (kind) {
      case "pruned" -> Optional.empty();
      case "reinitialised" -> Optional.of(new StartFrom.Reinitialised());
      default -> field.refuse("pruned, reinitialised or {rewindTo: <epoch>}");
    };
  }

  private static List<List<String>> scopes(Field field) {
    List<List<String>> scopes = new ArrayList<>();
    if (!field.present()) {
      return List.of(List.of());
    }
    for (Field item :
        field.items(100, "a list of scopes: all, i2h, h2h, a layer, or a list of layers")) {
      Optional<List<String>> scope = scope(item);
      if (scope.filter(scopes::contains).isPresent()) {
        item.refuse("each scope once");
      } else {
        scope.ifPresent(scopes::add);
      }
    }
    return scopes;
  }

  private static Optional<List<String>> scope(Field item) {
    if (!item.node().isArray()) {
      return name(item).map(name -> name.equals(ALL) ? List.of() : List.of(name));
    }
    List<String> names = new ArrayList<>();
    for (Field part : item.items(100, "a list of layers")) {
      name(part).ifPresent(names::add);
    }
    return names.isEmpty() ? Optional.empty() : Optional.of(names);
  }

  private static Optional<String> name(Field item) {
    Optional<String> name = item.text(80);
    return name.filter(text -> !text.matches("[A-Za-z0-9_]+(\\.[A-Za-z0-9_]+)*")).isPresent()
        ? item.refuse("a part of a tensor's name, such as layer0, i2h or layer1.h2h")
        : name;
  }
}
