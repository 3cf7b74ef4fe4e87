package io.espalier.plan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** How a cut is spread over the layers, with the names on the wire. */
public enum Distribution {
  /** One threshold over all layers together. */
  CLASS_BLINDED("class-blinded"),
  /** The same share of every layer. */
  CLASS_UNIFORM("class-uniform"),
  /**
   * One threshold over all layers, on saliencies divided by the standard deviation of their layer's
   * remaining weights (See, Luong, Manning 2016).
   */
  CLASS_DISTRIBUTED("class-distributed"),
  /** A share for each layer, spelt out in the plan. */
  PER_LAYER("per-layer"),
  /**
   * Densities proportional to the Erdős-Rényi kernel of each layer, (in + out) / (in * out) for a
   * matrix; a layer that would be more than dense stays dense (Evci et al. 2020).
   */
  ERDOS_RENYI_KERNEL("erdos-renyi-kernel");

  private final String wireName;

  Distribution(String wireName) {
    this.wireName = wireName;
  }

  /** The name in campaign files, events, REST and UI. */
  @JsonValue
  public String wireName() {
    return wireName;
  }

  /** Finds a distribution by its wire name. */
  public static Optional<Distribution> named(String wireName) {
    return Arrays.stream(values()).filter(d -> d.wireName.equals(wireName)).findFirst();
  }

  @JsonCreator
  static Distribution fromWire(String wireName) {
    return named(wireName)
        .orElseThrow(
            () -> new IllegalArgumentException("distribution '" + wireName + "' is not known"));
  }
}
