package io.espalier.pruning.saliency;

import io.espalier.events.PruningEvent.FailureReason;
import io.espalier.pruning.PruningRefused;
import io.espalier.pruning.derivative.FirstOrder;
import io.espalier.pruning.derivative.SecondOrder;
import io.espalier.pruning.surgeon.OptimalBrainSurgeon;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The saliencies that a campaign can name: those that come along, and plug-ins. Immutable. */
public final class Saliencies {
  private final Map<String, Saliency> byName;

  private Saliencies(List<Saliency> saliencies) {
    byName = new TreeMap<>();
    for (Saliency saliency : saliencies) {
      if (byName.putIfAbsent(saliency.name(), saliency) != null) {
        throw new IllegalArgumentException(
            "two saliencies are called '" + saliency.name() + "', allowed: each name once");
      }
    }
  }

  /** Those that come along. */
  public static Saliencies builtIn() {
    return new Saliencies(
        List.of(
            new RandomSaliency(),
            new Magnitude(),
            new StandardisedMagnitude(),
            FirstOrder.TAYLOR,
            FirstOrder.SNIP,
            SecondOrder.OPTIMAL_BRAIN_DAMAGE,
            SecondOrder.FISHER,
            new OptimalBrainSurgeon()));
  }

  /**
   * These and others.
   *
   * @throws IllegalArgumentException if a name stands twice
   */
  public Saliencies and(List<Saliency> plugins) {
    List<Saliency> all = new ArrayList<>(byName.values());
    all.addAll(plugins);
    return new Saliencies(all);
  }

  /**
   * The saliency that a campaign names.
   *
   * @throws PruningRefused if there is none; the message lists those there are
   */
  public Saliency named(String name) throws PruningRefused {
    Saliency saliency = byName.get(name);
    if (saliency == null) {
      throw new PruningRefused(
          FailureReason.SALIENCY_UNKNOWN,
          "no saliency is called '" + name + "', allowed: " + String.join(", ", names()));
    }
    return saliency;
  }

  /** All names, sorted. */
  public List<String> names() {
    return List.copyOf(byName.keySet());
  }
}
