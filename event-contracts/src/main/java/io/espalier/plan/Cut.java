package io.espalier.plan;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** How much every round of an iterative schedule cuts of what remains in the scope. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Cut.ShareOfRemaining.class, name = "share-of-remaining"),
  @JsonSubTypes.Type(value = Cut.Weights.class, name = "weights"),
  @JsonSubTypes.Type(value = Cut.SaliencyBudget.class, name = "saliency-budget")
})
public sealed interface Cut {

  /**
   * A share of the remaining weights, rounded to the nearest number, halves up.
   *
   * @param share above 0, at most 1
   */
  record ShareOfRemaining(double share) implements Cut {
    public ShareOfRemaining {
      Require.within("cut.share", share, Double.MIN_NORMAL, 1);
    }
  }

  /**
   * So many weights, or all that remain if they are fewer.
   *
   * @param count 1 or more
   */
  record Weights(long count) implements Cut {
    public Weights {
      Require.atLeast("cut.count", count, 1);
    }
  }

  /**
   * The weights of least saliency as long as their saliencies add up to no more than a share of the
   * saliency of all that remain (the "bucket" of the paper, made independent of scale).
   *
   * @param share above 0, at most 1
   */
  record SaliencyBudget(double share) implements Cut {
    public SaliencyBudget {
      Require.within("cut.share", share, Double.MIN_NORMAL, 1);
    }
  }
}
