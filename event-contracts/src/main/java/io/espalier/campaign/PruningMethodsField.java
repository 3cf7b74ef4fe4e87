package io.espalier.campaign;

import io.espalier.plan.Distribution;
import io.espalier.plan.PruningMethod.Criterion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads {@code pruning.methods}: {@code <saliency>-<distribution>}, or a saliency alone. */
final class PruningMethodsField {
  private static final String ALLOWED =
      "<saliency>-<distribution> or <saliency>, with saliency one of "
          + String.join(", ", Criterion.SALIENCIES)
          + " or a plug-in's name, which has a dot, and distribution one of "
          + String.join(
              ", ", Arrays.stream(Distribution.values()).map(Distribution::wireName).toList());

  private PruningMethodsField() {}

  /**
   * @param perLayer whether the amount is a share for each layer
   */
  static List<Criterion> read(Field field, boolean perLayer) {
    List<Criterion> methods = new ArrayList<>();
    for (Field item : field.items(100, "a list of methods: " + ALLOWED)) {
      Optional<Criterion> method = method(item, perLayer);
      if (method.filter(methods::contains).isPresent()) {
        item.refuse("each method once");
      } else {
        method.ifPresent(methods::add);
      }
    }
    return methods;
  }

  private static Optional<Criterion> method(Field item, boolean perLayer) {
    String name = item.node().isTextual() ? item.node().textValue() : "";
    Optional<Criterion> method =
        isSaliency(name)
            ? Optional.of(new Criterion(name, usual(name, perLayer)))
            : Arrays.stream(Distribution.values())
                .filter(d -> name.endsWith("-" + d.wireName()))
                .map(d -> new Criterion(without("-" + d.wireName(), name), d))
                .filter(c -> isSaliency(c.saliency()))
                .findFirst();
    if (method.isEmpty()) {
      return item.refuse(ALLOWED);
    }
    if ((method.get().distribution() == Distribution.PER_LAYER) != perLayer) {
      return item.refuse("the distribution per-layer with layerRates, and only with them");
    }
    return method;
  }

  private static boolean isSaliency(String name) {
    return Criterion.SALIENCIES.contains(name) || Criterion.isPluginName(name);
  }

  /** Layer-wise by definition: optimal brain surgeon; else one threshold. */
  private static Distribution usual(String saliency, boolean perLayer) {
    if (perLayer) {
      return Distribution.PER_LAYER;
    }
    return saliency.equals(Criterion.OPTIMAL_BRAIN_SURGEON)
        ? Distribution.CLASS_UNIFORM
        : Distribution.CLASS_BLINDED;
  }

  private static String without(String ending, String name) {
    return name.substring(0, name.length() - ending.length());
  }
}
