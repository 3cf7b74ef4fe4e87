package io.espalier.plan;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** The weights with which a retraining begins, if not those that were pruned. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = StartFrom.Rewound.class, name = "rewound"),
  @JsonSubTypes.Type(value = StartFrom.Reinitialised.class, name = "reinitialised")
})
public sealed interface StartFrom {

  /** For names: {@code rewound-2}, {@code reinitialised}. */
  String label();

  /**
   * The weights that the dense network had after some epochs (the lottery ticket of Frankle and
   * Carbin 2019, with late rewinding).
   *
   * @param epoch 0 for the initial weights, less than the epochs of the dense training
   */
  record Rewound(int epoch) implements StartFrom {
    public Rewound {
      Require.atLeast("start.epoch", epoch, 0);
    }

    @Override
    public String label() {
      return "rewound-" + epoch;
    }
  }

  /** New initial weights from another seed; the mask is kept. */
  record Reinitialised() implements StartFrom {
    @Override
    public String label() {
      return "reinitialised";
    }
  }
}
