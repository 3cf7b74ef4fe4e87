package io.espalier.structure;

import io.espalier.plan.Architecture;
import io.espalier.plan.Architecture.CellNetwork;
import io.espalier.plan.Architecture.FeedForward;
import io.espalier.plan.Architecture.GraphFeedForward;
import io.espalier.plan.Architecture.GraphRecurrent;
import io.espalier.plan.Architecture.RecurrentStack;
import io.espalier.plan.CellOperation;
import io.espalier.plan.RecurrentBlocks;
import java.util.Collections;
import java.util.List;

/**
 * How large a network is, whatever its family; in closed form, O(layers) or for a graph O(edges).
 *
 * @param layers layers of units, inputs (or embedding) and classes included
 * @param weights weights that a mask covers in the dense network; biases are none
 * @param inputs values that enter: per sample, or per token behind the embedding
 * @param widest units of the widest layer between inputs and classes; 0 without one
 * @param narrowest units of the narrowest layer between inputs and classes; 0 without one
 * @param classes labels to tell apart
 */
public record NetworkShape(
    int layers, long weights, int inputs, int widest, int narrowest, int classes) {

  /** The shape of an architecture. */
  public static NetworkShape of(Architecture architecture) {
    return architecture.match(
        NetworkShape::feedForward,
        NetworkShape::graphFeedForward,
        NetworkShape::recurrentStack,
        NetworkShape::graphRecurrent,
        NetworkShape::cells);
  }

  private static NetworkShape of(int inputs, List<Integer> hidden, long weights, int classes) {
    return new NetworkShape(
        hidden.size() + 2,
        weights,
        inputs,
        hidden.stream().mapToInt(Integer::intValue).max().orElse(0),
        hidden.stream().mapToInt(Integer::intValue).min().orElse(0),
        classes);
  }

  private static NetworkShape feedForward(FeedForward network) {
    List<Integer> widths = network.widths();
    List<Integer> hidden = widths.subList(1, widths.size() - 1);
    return of(widths.get(0), hidden, network.maskableWeights(), network.classes());
  }

  private static NetworkShape graphFeedForward(GraphFeedForward network) {
    List<Integer> hidden = widths(Layering.of(network.graph()));
    long first = (long) network.inputs() * hidden.get(0);
    long last = (long) hidden.get(hidden.size() - 1) * network.classes();
    long weights = first + network.graph().edges().size() + last;
    return of(network.inputs(), hidden, weights, network.classes());
  }

  private static NetworkShape recurrentStack(RecurrentStack network) {
    long weights = 0;
    int in = network.embedding();
    for (int units : network.hidden()) {
      weights += (long) network.cell().gates() * units * (in + units);
      in = units;
    }
    return of(network.embedding(), network.hidden(), weights, network.classes());
  }

  private static NetworkShape graphRecurrent(GraphRecurrent network) {
    Layering layering = Layering.of(network.graph());
    List<Integer> widths = widths(layering);
    int sources = widths.get(0);
    long weights = network.graph().edges().size() + 2L * sources * sources;
    for (int layer = 1; layer < widths.size(); layer++) {
      int blocks = network.blocks() == RecurrentBlocks.SINGLE ? 1 : layering.blocks(layer).size();
      weights += (long) blocks * widths.get(layer) * widths.get(layer);
    }
    return of(sources, widths, weights * network.cell().gates(), network.classes());
  }

  private static NetworkShape cells(CellNetwork network) {
    int channels = network.channels();
    long weights =
        (long) channels * network.classes()
            + (long) channels * network.input().channels() * network.patch() * network.patch();
    for (CellOperation operation : network.operations()) {
      if (operation.convolves()) {
        weights += (long) channels * channels * operation.size() * operation.size();
      }
    }
    int layers = Layering.of(network.graph()).layers().size();
    return of(
        network.input().values(),
        Collections.nCopies(layers, channels),
        weights,
        network.classes());
  }

  private static List<Integer> widths(Layering layering) {
    return layering.layers().stream().map(List::size).toList();
  }
}
