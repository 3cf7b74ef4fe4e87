package io.espalier.networks.cells;

import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.artifacts.mask.Mask;
import io.espalier.networks.engine.Parameter;
import io.espalier.networks.kernels.Accumulation;
import io.espalier.networks.kernels.Kernels;
import io.espalier.plan.Architecture.CellNetwork;
import io.espalier.plan.Dag;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A cell network with its parameters: stem, operations on a graph, and the classes' weights. */
final class Cells {
  private final CellNetwork architecture;
  private final Kernel stem;
  private final Kernel output;
  private final List<Operation> operations = new ArrayList<>();
  private final List<Kernel> kernels = new ArrayList<>();
  private final List<List<Integer>> sources;
  private final List<Integer> sinks;

  Cells(CellNetwork architecture, Checkpoint checkpoint, Mask mask, Kernels arithmetic) {
    this.architecture = architecture;
    int channels = architecture.channels();
    stem = new Kernel(arithmetic, "stem", valuesPerPatch(), channels, 1, checkpoint, mask);
    kernels.add(stem);
    for (int node = 0; node < architecture.graph().nodes(); node++) {
      int size = architecture.operations().get(node).size();
      switch (architecture.operations().get(node)) {
        case IDENTITY -> operations.add(new Identity());
        case MAX_POOLING_3 -> operations.add(new Pooling(true));
        case AVERAGE_POOLING_3 -> operations.add(new Pooling(false));
        case CONVOLUTION_1, CONVOLUTION_3, CONVOLUTION_5 -> {
          String name = "node" + node;
          Kernel kernel = new Kernel(arithmetic, name, channels, channels, size, checkpoint, mask);
          kernels.add(kernel);
          operations.add(new Convolution(kernel));
        }
      }
    }
    output =
        new Kernel(arithmetic, "output", channels, architecture.classes(), 1, checkpoint, mask);
    kernels.add(output);
    List<Dag.Edge> edges = architecture.graph().edges();
    sources =
        IntStream.range(0, operations.size())
            .mapToObj(n -> edges.stream().filter(e -> e.to() == n).map(Dag.Edge::from).toList())
            .toList();
    sinks =
        IntStream.range(0, operations.size())
            .filter(node -> edges.stream().noneMatch(edge -> edge.from() == node))
            .boxed()
            .toList();
  }

  CellNetwork architecture() {
    return architecture;
  }

  /** In the order of the architecture's tensors. */
  List<Parameter> parameters() {
    return kernels.stream().flatMap(kernel -> kernel.parameters().stream()).toList();
  }

  /** Takes over the present parameters and begins new gradients. */
  void load(Accumulation accumulation) {
    kernels.forEach(kernel -> kernel.load(accumulation));
  }

  /** Writes the gradients. */
  void collect() {
    kernels.forEach(Kernel::collect);
  }

  /** From the values of patches to feature maps. */
  Kernel stem() {
    return stem;
  }

  /** From the pooled maps, a grid of one pixel, to the classes. */
  Kernel output() {
    return output;
  }

  /** One per node. */
  List<Operation> operations() {
    return operations;
  }

  /** The nodes that a node reads; if there is none, it reads the stem. */
  List<Integer> sources(int node) {
    return sources.get(node);
  }

  /** The nodes that no other reads. */
  List<Integer> sinks() {
    return sinks;
  }

  /** Pixels that become one, times the image's channels. */
  int valuesPerPatch() {
    return architecture.input().channels() * architecture.patch() * architecture.patch();
  }

  /** The pixels of the feature maps; the border is as wide as the largest kernel needs. */
  Grid grid() {
    int largest = kernels.stream().mapToInt(Kernel::size).max().orElse(1);
    return new Grid(
        architecture.input().height() / architecture.patch(),
        architecture.input().width() / architecture.patch(),
        largest / 2);
  }
}
