package io.espalier.networks.pytorch;

import io.espalier.artifacts.checkpoint.InitialWeights;
import io.espalier.artifacts.mask.LayerMask;
import io.espalier.artifacts.mask.Mask;
import io.espalier.plan.Architecture;
import io.espalier.plan.CellOperation;
import io.espalier.plan.CellType;
import io.espalier.plan.Dag;
import io.espalier.plan.Dag.Edge;
import io.espalier.plan.ImageShape;
import io.espalier.plan.RecurrentBlocks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;

/** A small network whose checkpoint and mask PyTorch has read. */
record Case(String name, Architecture architecture) {
  static final Path FOLDER = Path.of("src/test/resources/pytorch");

  /** Layers {0, 1}, {2, 3}, {4}, {5, 6}; five edges skip a layer or more. */
  private static final Dag GRAPH =
      new Dag(
          7,
          List.of(
              new Edge(0, 2),
              new Edge(1, 2),
              new Edge(1, 3),
              new Edge(2, 4),
              new Edge(0, 4),
              new Edge(4, 5),
              new Edge(3, 5),
              new Edge(2, 5),
              new Edge(4, 6),
              new Edge(0, 6),
              new Edge(1, 6)));

  static List<Case> all() {
    List<Case> cases = new ArrayList<>();
    cases.add(new Case("feed-forward", new Architecture.FeedForward(List.of(7, 5, 4, 3))));
    cases.add(new Case("graph-feed-forward", new Architecture.GraphFeedForward(6, GRAPH, 3)));
    cases.add(new Case("cell-network", cells(null)));
    cases.add(new Case("cell-network-patch", cells(2)));
    for (CellType cell : CellType.values()) {
      cases.add(
          new Case(
              "recurrent-stack-" + cell.wireName(),
              new Architecture.RecurrentStack(cell, 6, 3, List.of(4, 5), 3)));
      for (RecurrentBlocks blocks : RecurrentBlocks.values()) {
        cases.add(
            new Case(
                "graph-recurrent-" + blocks.wireName() + "-" + cell.wireName(),
                new Architecture.GraphRecurrent(cell, 6, GRAPH, blocks, 3)));
      }
    }
    return cases;
  }

  private static Architecture cells(Integer patch) {
    return new Architecture.CellNetwork(
        new ImageShape(2, 6, 4),
        patch,
        GRAPH,
        List.of(
            CellOperation.CONVOLUTION_3,
            CellOperation.AVERAGE_POOLING_3,
            CellOperation.CONVOLUTION_1,
            CellOperation.MAX_POOLING_3,
            CellOperation.IDENTITY,
            CellOperation.CONVOLUTION_5,
            CellOperation.CONVOLUTION_1),
        3,
        3);
  }

  Path checkpoint() {
    return FOLDER.resolve(name + ".safetensors");
  }

  Path mask() {
    return FOLDER.resolve(name + ".mask.safetensors");
  }

  Path expected() {
    return FOLDER.resolve(name + ".json");
  }

  Path curvature() {
    return FOLDER.resolve(name + ".curvature.json");
  }

  /** Writes checkpoint and mask unless they are there. */
  void write() throws IOException {
    if (Files.notExists(checkpoint())) {
      Files.createDirectories(FOLDER);
      Files.write(checkpoint(), InitialWeights.checkpoint(architecture, 17).toBytes(architecture));
      Files.write(mask(), halved().toBytes());
    }
  }

  private Mask halved() {
    SplittableRandom random = new SplittableRandom(17);
    List<LayerMask> layers = new ArrayList<>();
    for (LayerMask layer : Mask.ones(architecture).layers()) {
      BitSet kept = new BitSet();
      for (int i = 0; i < layer.total(); i++) {
        kept.set(i, random.nextBoolean());
      }
      layers.add(new LayerMask(layer.layer(), layer.shape(), kept));
    }
    return new Mask(layers);
  }
}
