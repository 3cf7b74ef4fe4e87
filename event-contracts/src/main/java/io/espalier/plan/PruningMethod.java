package io.espalier.plan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** The ways in which a branch departs from the dense network, with their names on the wire. */
public enum PruningMethod {
  /** Nothing is pruned: the unpruned network is trained as long as the pruned ones. */
  DENSE_CONTROL("dense-control"),
  /** Saliency |w|, one threshold over all layers together. */
  MAGNITUDE_CLASS_BLINDED("magnitude-class-blinded"),
  /** Saliency |w|, the same share of weights from every layer. */
  MAGNITUDE_CLASS_UNIFORM("magnitude-class-uniform");

  private final String wireName;

  PruningMethod(String wireName) {
    this.wireName = wireName;
  }

  /** The name in campaign files, events, REST and UI. */
  @JsonValue
  public String wireName() {
    return wireName;
  }

  /** Finds a method by its wire name. */
  public static Optional<PruningMethod> named(String wireName) {
    return Arrays.stream(values()).filter(m -> m.wireName.equals(wireName)).findFirst();
  }

  @JsonCreator
  static PruningMethod fromWire(String wireName) {
    return named(wireName)
        .orElseThrow(
            () ->
                new IllegalArgumentException("method '" + wireName + "' is not one of the known"));
  }
}
