package io.espalier.plan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** What is cut at once, with the names on the wire. */
public enum Granularity {
  /** Single weights. */
  WEIGHTS("weights"),
  /**
   * Whole hidden units: every weight into a unit and out of it, also where the layer that it leads
   * to is out of the scope, and its biases. A unit's saliency is the sum over its weights.
   */
  UNITS("units");

  private final String wireName;

  Granularity(String wireName) {
    this.wireName = wireName;
  }

  /** The name in campaign files, events, REST and UI. */
  @JsonValue
  public String wireName() {
    return wireName;
  }

  /** Finds a granularity by its wire name. */
  public static Optional<Granularity> named(String wireName) {
    return Arrays.stream(values()).filter(g -> g.wireName.equals(wireName)).findFirst();
  }

  @JsonCreator
  static Granularity fromWire(String wireName) {
    return named(wireName)
        .orElseThrow(
            () -> new IllegalArgumentException("granularity '" + wireName + "' is not known"));
  }
}
