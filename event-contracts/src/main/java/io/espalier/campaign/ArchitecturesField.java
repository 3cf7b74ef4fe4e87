package io.espalier.campaign;

import io.espalier.plan.Architecture;
import io.espalier.plan.CellOperation;
import io.espalier.plan.CellType;
import io.espalier.plan.Dag;
import io.espalier.plan.GraphSample;
import io.espalier.plan.ImageShape;
import io.espalier.plan.RecurrentBlocks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads {@code architectures}: networks spelt out, and networks on random graphs. */
final class ArchitecturesField {
  private static final int WIDEST = 20_000;

  private final Optional<DatasetShape> dataset;
  private final List<Architecture> spelt = new ArrayList<>();
  private final List<GraphSample> graphs = new ArrayList<>();

  /**
   * @param dataset what the networks read; absent if it could not be told, which is reported
   *     elsewhere
   */
  ArchitecturesField(Optional<DatasetShape> dataset) {
    this.dataset = dataset;
  }

  /** Architectures with a structure of their own. */
  List<Architecture> spelt() {
    return List.copyOf(spelt);
  }

  /** Families whose graphs are to be drawn. */
  List<GraphSample> graphs() {
    return List.copyOf(graphs);
  }

  void read(Field field) {
    for (Field item : field.items(1000, "a list of 1 to 1000 architectures")) {
      if (!item.isObject()) {
        item.refuse("an object with family and its fields, such as {hidden: [100]}");
      } else if (dataset.map(DatasetShape::isSequence).orElseGet(() -> namesRecurrence(item))) {
        sequences(item);
      } else {
        vectors(item);
      }
    }
  }

  /** Without a known dataset a family is taken at its word, so that only the dataset is refused. */
  private static boolean namesRecurrence(Field item) {
    return item.get("family").present() && item.get("family").node().asText().contains("recurrent");
  }

  private void vectors(Field item) {
    String family =
        item.get("family").present()
            ? item.kind("family", "feed-forward", "graph-feed-forward", "cell-network")
            : "feed-forward";
    switch (family) {
      case "feed-forward" -> {
        item.onlyFields("family", "hidden");
        List<Integer> hidden = widths(item.get("hidden"));
        dataset.filter(d -> !hidden.isEmpty()).ifPresent(d -> spelt.add(feedForward(d, hidden)));
      }
      case "graph-feed-forward" -> {
        item.onlyFields("family", "graph");
        int inputs = dataset.map(DatasetShape::inputs).orElse(1);
        onGraph(item, new Architecture.GraphFeedForward(inputs, Dag.SINGLE_EDGE, classes()));
      }
      case "cell-network" -> cells(item);
      default -> {}
    }
  }

  private void sequences(Field item) {
    switch (item.kind("family", "recurrent-stack", "graph-recurrent")) {
      case "recurrent-stack" -> {
        item.onlyFields("family", "cell", "embedding", "hidden");
        Optional<CellType> cell = cell(item);
        long embedding = item.get("embedding").integer(1, WIDEST, 50);
        List<Integer> hidden = widths(item.get("hidden"));
        if (cell.isPresent() && !hidden.isEmpty()) {
          spelt.add(
              new Architecture.RecurrentStack(
                  cell.get(), alphabet(), (int) embedding, hidden, classes()));
        }
      }
      case "graph-recurrent" -> {
        item.onlyFields("family", "cell", "blocks", "graph");
        Optional<CellType> cell = cell(item);
        RecurrentBlocks blocks =
            item.get("blocks")
                .oneOf(
                    Arrays.asList(RecurrentBlocks.values()),
                    RecurrentBlocks::wireName,
                    RecurrentBlocks.PER_SOURCE_LAYER);
        onGraph(
            item,
            new Architecture.GraphRecurrent(
                cell.orElse(CellType.TANH), alphabet(), Dag.SINGLE_EDGE, blocks, classes()));
      }
      default -> {}
    }
  }

  private void onGraph(Field item, Architecture.OnGraph network) {
    Field graph = item.get("graph");
    if (graph.get("prior").present()) {
      GraphField.sample(graph, network).ifPresent(graphs::add);
    } else {
      GraphField.dag(graph).ifPresent(dag -> spelt.add(network.on(dag)));
    }
  }

  private void cells(Field item) {
    item.onlyFields("family", "graph", "operations", "channels", "patch");
    Optional<Dag> graph = GraphField.dag(item.get("graph"));
    List<CellOperation> operations = new ArrayList<>();
    for (Field operation : item.get("operations").items(1000, "a list of one operation per node")) {
      operation
          .oneOf(Arrays.asList(CellOperation.values()), CellOperation::wireName)
          .ifPresent(operations::add);
    }
    long channels = item.get("channels").integer(1, 1000, 16);
    int patch = (int) item.get("patch").integer(1, 1024, 1);
    Optional<ImageShape> image = dataset.flatMap(DatasetShape::image);
    if (dataset.isPresent() && image.isEmpty()) {
      item.get("family").refuse("a family for vectors: the dataset holds no images");
    }
    graph
        .filter(dag -> dag.nodes() != operations.size())
        .ifPresent(dag -> item.get("operations").refuse("one operation per node: " + dag.nodes()));
    boolean patches = image.filter(i -> i.splitsInto(patch)).isPresent();
    if (image.isPresent() && !patches) {
      item.get("patch").refuse("a divisor of the image's height and width");
    }
    if (patches && graph.filter(d -> d.nodes() == operations.size()).isPresent()) {
      spelt.add(
          new Architecture.CellNetwork(
              image.get(), patch, graph.get(), operations, (int) channels, classes()));
    }
  }

  private static Architecture feedForward(DatasetShape dataset, List<Integer> hidden) {
    List<Integer> widths = new ArrayList<>();
    widths.add(dataset.inputs());
    widths.addAll(hidden);
    widths.add(dataset.classes());
    return new Architecture.FeedForward(widths);
  }

  private static List<Integer> widths(Field field) {
    List<Integer> widths = new ArrayList<>();
    for (Field width : field.items(50, "a list of 1 to 50 layer widths, such as [100]")) {
      width.integer(1, WIDEST).ifPresent(w -> widths.add(w.intValue()));
    }
    return widths;
  }

  private static Optional<CellType> cell(Field item) {
    return item.get("cell").oneOf(Arrays.asList(CellType.values()), CellType::wireName);
  }

  private int alphabet() {
    return dataset.map(DatasetShape::alphabet).orElse(1);
  }

  private int classes() {
    return dataset.map(DatasetShape::classes).orElse(2);
  }
}
