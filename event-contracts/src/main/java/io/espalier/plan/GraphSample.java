package io.espalier.plan;

/**
 * Networks of one kind on random graphs of one prior. The graph number i (from 0) depends on the
 * prior, the seed and i only.
 *
 * @param prior where the graphs come from
 * @param count how many graphs
 * @param seed source of the graphs
 * @param network the kind of network, an {@link Architecture.OnGraph}; its own graph is put aside
 */
public record GraphSample(GraphPrior prior, int count, long seed, Architecture network) {
  public GraphSample {
    Require.present("graphs.prior", prior);
    Require.atLeast("graphs.count", count, 1);
    if (!(Require.present("graphs.network", network) instanceof Architecture.OnGraph)) {
      throw new IllegalArgumentException(
          "graphs.network is " + network.label() + ", allowed: a family on a graph");
    }
  }

  /** The network on one of the graphs. */
  public Architecture on(Dag graph) {
    return ((Architecture.OnGraph) network).on(graph);
  }
}
