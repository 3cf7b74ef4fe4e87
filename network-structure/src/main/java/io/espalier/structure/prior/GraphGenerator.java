package io.espalier.structure.prior;

import io.espalier.plan.Dag;
import io.espalier.plan.GraphPrior;
import io.espalier.plan.GraphSample;
import io.espalier.plan.Require;
import java.util.SplittableRandom;

/** Draws graphs from a prior. */
public final class GraphGenerator {
  private GraphGenerator() {}

  /**
   * Draws a graph: first its number of nodes, if that is a range, then its edges. The same prior
   * and seed give the same graph on every machine. Nodes are numbered as networkx numbers them, and
   * edges lead from the lower to the higher number.
   *
   * <p>Takes O(n²) for Erdős-Rényi and layered graphs of n nodes, else O(n + edges), and at most
   * {@value WattsStrogatz#TRIES} times that for Watts-Strogatz.
   *
   * @throws UndrawableGraph if the prior's graphs are too sparse: without an edge, or never
   *     connected where they must be; or if there are more than {@link Dag#MOST_EDGES} edges, which
   *     is found before they are stored
   * @throws IllegalArgumentException if an amount does not fit the number of nodes that was drawn
   */
  public static Dag generate(GraphPrior prior, long seed) {
    return edges(prior, new SplittableRandom(seed)).directed();
  }

  /**
   * The graph number {@code index} of a sample. Its seed is the number {@code index} of those drawn
   * from the sample's seed, so the sample's other graphs do not change when its count does.
   *
   * @param index 0 to the sample's count - 1
   * @throws UndrawableGraph as {@link #generate(GraphPrior, long)}
   */
  public static Dag generate(GraphSample sample, int index) {
    Require.within("index", index, 0, sample.count() - 1);
    long seed = new SplittableRandom(sample.seed()).longs().skip(index).findFirst().orElseThrow();
    return generate(sample.prior(), seed);
  }

  private static EdgeSet edges(GraphPrior prior, SplittableRandom random) {
    if (prior instanceof GraphPrior.ErdosRenyi p) {
      return ErdosRenyi.generate(draw(p.nodes(), random), p.probability(), random);
    } else if (prior instanceof GraphPrior.WattsStrogatz p) {
      int nodes = draw(p.nodes(), random);
      return WattsStrogatz.generate(nodes, p.neighbours().of(nodes), p.rewiring(), random);
    } else if (prior instanceof GraphPrior.NewmanWattsStrogatz p) {
      int nodes = draw(p.nodes(), random);
      return NewmanWattsStrogatz.generate(nodes, p.neighbours().of(nodes), p.shortcuts(), random);
    } else if (prior instanceof GraphPrior.BarabasiAlbert p) {
      int nodes = draw(p.nodes(), random);
      return BarabasiAlbert.generate(nodes, p.attachments().of(nodes), random);
    } else if (prior instanceof GraphPrior.LayeredRandom p) {
      return Layered.random(p.widths(), p.probability(), random);
    } else if (prior instanceof GraphPrior.LayeredComplete p) {
      return Layered.complete(p.widths());
    }
    throw new IllegalArgumentException("prior is " + prior + ", allowed: a prior known here");
  }

  private static int draw(GraphPrior.Range range, SplittableRandom random) {
    return range.from() + random.nextInt(range.to() - range.from() + 1);
  }
}
