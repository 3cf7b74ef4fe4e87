package io.espalier.tracker.catalogue;

import io.espalier.plan.PruningMethod.Control;
import io.espalier.plan.PruningMethod.Criterion;
import java.util.List;

/** The pruning methods, for people. */
final class Methods {
  private Methods() {}

  /** A method with its name in campaign files. */
  public record Method(String name, String description) {}

  static List<Method> all() {
    return List.of(
        new Method(
            Control.DENSE_CONTROL.wireName(),
            "Control: the unpruned network, trained as many further epochs as the pruned ones"),
        new Method(
            Criterion.MAGNITUDE_CLASS_BLINDED.wireName(),
            "Cut the weights of least magnitude, with one threshold over all layers together"),
        new Method(
            Criterion.MAGNITUDE_CLASS_UNIFORM.wireName(),
            "Cut the weights of least magnitude, the same share from every layer"));
  }
}
