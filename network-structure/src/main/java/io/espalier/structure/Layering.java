package io.espalier.structure;

import io.espalier.plan.Dag;
import io.espalier.plan.Require;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A graph in layers: the layer of a node is the length of the longest path to it from a source, a
 * node without incoming edges.
 *
 * <p>So layer 0 holds exactly the sources, isolated nodes among them; each other node has an edge
 * from the layer just before its own; and no edge stays within a layer. An edge whose layers are
 * not neighbours is a skip edge.
 */
public final class Layering {
  private final List<Integer> layerOf;
  private final List<List<Integer>> layers;
  private final List<List<Block>> blocks;

  /**
   * The edges between two layers.
   *
   * @param source the layer that they come from
   * @param edges sorted by target, then by source node; one or more
   */
  public record Block(int source, List<Dag.Edge> edges) {
    public Block {
      Require.atLeast("block.source", source, 0);
      edges = Require.nonEmpty("block.edges", edges);
    }
  }

  private Layering(Dag dag) {
    int[] layer = new int[dag.nodes()];
    int last = 0;
    // Sorted by target: the layer of an edge's source is final when the edge is met.
    for (Dag.Edge edge : dag.edges()) {
      layer[edge.to()] = Math.max(layer[edge.to()], layer[edge.from()] + 1);
      last = Math.max(last, layer[edge.to()]);
    }
    List<List<Integer>> nodes = new ArrayList<>();
    List<Map<Integer, List<Dag.Edge>>> incoming = new ArrayList<>();
    for (int i = 0; i <= last; i++) {
      nodes.add(new ArrayList<>());
      incoming.add(new TreeMap<>(Comparator.reverseOrder()));
    }
    List<Integer> layerOfNode = new ArrayList<>(dag.nodes());
    for (int node = 0; node < dag.nodes(); node++) {
      layerOfNode.add(layer[node]);
      nodes.get(layer[node]).add(node);
    }
    for (Dag.Edge edge : dag.edges()) {
      incoming
          .get(layer[edge.to()])
          .computeIfAbsent(layer[edge.from()], source -> new ArrayList<>())
          .add(edge);
    }
    layerOf = List.copyOf(layerOfNode);
    layers = nodes.stream().map(List::copyOf).toList();
    blocks = incoming.stream().map(Layering::blocks).toList();
  }

  private static List<Block> blocks(Map<Integer, List<Dag.Edge>> bySource) {
    return bySource.entrySet().stream().map(e -> new Block(e.getKey(), e.getValue())).toList();
  }

  /** Puts the nodes into layers; O(nodes + edges log layers). */
  public static Layering of(Dag dag) {
    return new Layering(dag);
  }

  /** The nodes of each layer, ascending; each layer has at least one. */
  public List<List<Integer>> layers() {
    return layers;
  }

  /** The layer of a node, counted from 0. */
  public int layerOf(int node) {
    return layerOf.get(node);
  }

  /**
   * The edges into a layer by the layer that they come from, the nearest source layer first. Layer
   * 0 has none; every other layer's first block comes from the layer just before it.
   */
  public List<Block> blocks(int layer) {
    return blocks.get(layer);
  }
}
