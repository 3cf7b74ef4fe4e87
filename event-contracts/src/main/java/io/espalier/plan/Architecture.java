package io.espalier.plan;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** A network's architecture: its family and its shape, free of weights. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "family")
@JsonSubTypes(@JsonSubTypes.Type(value = Architecture.FeedForward.class, name = "feed-forward"))
public sealed interface Architecture {

  /** Short form for people, such as {@code 784-100-10}. */
  String label();

  /**
   * Fully connected layers with ReLU between them and softmax at the end.
   *
   * <p>The weight matrix of layer {@code i} has the shape {@code [widths[i+1], widths[i]]} (rows
   * are output units, as in PyTorch) and is called {@code layer<i>.weight}; its bias is {@code
   * layer<i>.bias}.
   *
   * @param widths units per layer from input to output; two or more
   */
  record FeedForward(List<Integer> widths) implements Architecture {
    public FeedForward {
      widths = Require.nonEmpty("architecture.widths", widths);
      if (widths.size() < 2) {
        throw new IllegalArgumentException(
            "architecture.widths is " + widths + ", allowed: at least an input and an output");
      }
      for (int i = 0; i < widths.size(); i++) {
        Require.atLeast("architecture.widths[" + i + "]", widths.get(i), 1);
      }
    }

    @Override
    public String label() {
      return String.join("-", widths.stream().map(String::valueOf).toList());
    }

    /** Number of weights that a mask covers; biases are never masked. */
    public long maskableWeights() {
      long weights = 0;
      for (int i = 1; i < widths.size(); i++) {
        weights += (long) widths.get(i - 1) * widths.get(i);
      }
      return weights;
    }
  }
}
