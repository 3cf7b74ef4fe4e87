package io.espalier.tracker.campaigns;

import io.espalier.plan.Architecture;
import io.espalier.plan.GraphPrior;
import io.espalier.plan.GraphPrior.Range;
import io.espalier.plan.GraphSample;
import io.espalier.plan.RecurrentBlocks;

/** Names networks on random graphs for people. */
final class PriorLabel {
  private PriorLabel() {}

  /** Kind of network and prior, such as {@code gru on barabasi-albert}. */
  static String brief(GraphSample sample) {
    return network(sample.network()) + " on " + name(sample.prior());
  }

  /** The same with the prior's parameters, n standing for the number of nodes. */
  static String full(GraphSample sample) {
    return brief(sample) + " (" + parameters(sample.prior()) + ")";
  }

  private static String network(Architecture network) {
    if (network instanceof Architecture.GraphRecurrent r) {
      return r.cell().wireName()
          + (r.blocks() == RecurrentBlocks.SINGLE ? " in single blocks" : "");
    }
    return "feed-forward";
  }

  private static String name(GraphPrior prior) {
    if (prior instanceof GraphPrior.ErdosRenyi) {
      return "erdos-renyi";
    }
    if (prior instanceof GraphPrior.WattsStrogatz) {
      return "watts-strogatz";
    }
    if (prior instanceof GraphPrior.NewmanWattsStrogatz) {
      return "newman-watts-strogatz";
    }
    if (prior instanceof GraphPrior.BarabasiAlbert) {
      return "barabasi-albert";
    }
    return prior instanceof GraphPrior.LayeredRandom ? "layered-random" : "layered-complete";
  }

  private static String parameters(GraphPrior prior) {
    if (prior instanceof GraphPrior.ErdosRenyi p) {
      return nodes(p.nodes()) + ", probability " + p.probability();
    }
    if (prior instanceof GraphPrior.WattsStrogatz p) {
      return nodes(p.nodes()) + ", neighbours " + p.neighbours() + ", rewiring " + p.rewiring();
    }
    if (prior instanceof GraphPrior.NewmanWattsStrogatz p) {
      return nodes(p.nodes()) + ", neighbours " + p.neighbours() + ", shortcuts " + p.shortcuts();
    }
    if (prior instanceof GraphPrior.BarabasiAlbert p) {
      return nodes(p.nodes()) + ", attachments " + p.attachments();
    }
    if (prior instanceof GraphPrior.LayeredRandom p) {
      return "widths " + p.widths() + ", probability " + p.probability();
    }
    return "widths " + ((GraphPrior.LayeredComplete) prior).widths();
  }

  private static String nodes(Range nodes) {
    return nodes.from() == nodes.to()
        ? "n " + nodes.from()
        : "n " + nodes.from() + "-" + nodes.to();
  }
}
