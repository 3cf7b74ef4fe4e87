package io.espalier.tracker.catalogue;

import io.espalier.plan.PruningMethod;
import java.util.Arrays;
import java.util.List;

/** The pruning methods, for people. */
final class Methods {
  private Methods() {}

  /** A method with its name in campaign files. */
  public record Method(String name, String description) {}

  static List<Method> all() {
    return Arrays.stream(PruningMethod.values())
        .map(m -> new Method(m.wireName(), describe(m)))
        .toList();
  }

  private static String describe(PruningMethod method) {
    return switch (method) {
      case DENSE_CONTROL ->
          "Control: the unpruned network, trained as many further epochs as the pruned ones";
      case MAGNITUDE_CLASS_BLINDED ->
          "Cut the weights of least magnitude, with one threshold over all layers together";
      case MAGNITUDE_CLASS_UNIFORM ->
          "Cut the weights of least magnitude, the same share from every layer";
    };
  }
}
