package io.espalier.plan;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** A distribution of random graphs, by the names and parameters of network theory. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "prior")
@JsonSubTypes({
  @JsonSubTypes.Type(value = GraphPrior.ErdosRenyi.class, name = "erdos-renyi"),
  @JsonSubTypes.Type(value = GraphPrior.WattsStrogatz.class, name = "watts-strogatz"),
  @JsonSubTypes.Type(value = GraphPrior.NewmanWattsStrogatz.class, name = "newman-watts-strogatz"),
  @JsonSubTypes.Type(value = GraphPrior.BarabasiAlbert.class, name = "barabasi-albert"),
  @JsonSubTypes.Type(value = GraphPrior.LayeredRandom.class, name = "layered-random"),
  @JsonSubTypes.Type(value = GraphPrior.LayeredComplete.class, name = "layered-complete")
})
public sealed interface GraphPrior {

  /** Nodes of the largest graph that can be drawn. */
  long mostNodes();

  /**
   * A whole number drawn uniformly, ends included.
   *
   * @param from the least
   * @param to the greatest, not below {@code from}
   */
  record Range(int from, int to) {
    public Range {
      Require.atLeast("range.from", from, 1);
      Require.atLeast("range.to", to, from);
    }
  }

  /**
   * A whole number that may depend on the number of nodes n.
   *
   * @param value the number, or the divisor d of n/d (whole-number division)
   * @param perNodes whether n/value is meant
   */
  record Amount(int value, boolean perNodes) {
    public Amount {
      Require.atLeast("amount.value", value, 1);
    }

    /** The number for a graph of n nodes. */
    public int of(int nodes) {
      return perNodes ? nodes / value : value;
    }

    @Override
    public String toString() {
      return perNodes ? "n/" + value : String.valueOf(value);
    }
  }

  /**
   * G(n, p).
   *
   * @param probability of each edge
   */
  record ErdosRenyi(Range nodes, double probability) implements GraphPrior {
    public ErdosRenyi {
      Require.present("prior.nodes", nodes);
      Require.within("prior.probability", probability, 0, 1);
    }

    @Override
    public long mostNodes() {
      return nodes.to();
    }
  }

  /**
   * A ring of nearest neighbours with rewired ends, drawn again until it is connected.
   *
   * @param neighbours of each node on the ring; an odd number counts as the even one below it
   * @param rewiring probability that an edge gets another end
   */
  record WattsStrogatz(Range nodes, Amount neighbours, double rewiring) implements GraphPrior {
    public WattsStrogatz {
      Require.present("prior.nodes", nodes);
      Require.present("prior.neighbours", neighbours);
      Require.within("prior.rewiring", rewiring, 0, 1);
    }

    @Override
    public long mostNodes() {
      return nodes.to();
    }
  }

  /**
   * A ring of nearest neighbours with added shortcuts.
   *
   * @param neighbours of each node on the ring; an odd number counts as the even one below it
   * @param shortcuts probability that an edge brings another one
   */
  record NewmanWattsStrogatz(Range nodes, Amount neighbours, double shortcuts)
      implements GraphPrior {
    public NewmanWattsStrogatz {
      Require.present("prior.nodes", nodes);
      Require.present("prior.neighbours", neighbours);
      Require.within("prior.shortcuts", shortcuts, 0, 1);
    }

    @Override
    public long mostNodes() {
      return nodes.to();
    }
  }

  /**
   * Preferential attachment: a graph of n nodes has (n - m) m edges.
   *
   * @param attachments m, edges of each new node
   */
  record BarabasiAlbert(Range nodes, Amount attachments) implements GraphPrior {
    public BarabasiAlbert {
      Require.present("prior.nodes", nodes);
      Require.present("prior.attachments", attachments);
    }

    @Override
    public long mostNodes() {
      return nodes.to();
    }
  }

  /**
   * Layers of given widths; each edge from a lower to a higher layer is there with a probability,
   * and every node above the first layer has at least one source in the layer below.
   *
   * @param widths nodes per layer; two or more
   * @param probability of each edge
   */
  record LayeredRandom(List<Integer> widths, double probability) implements GraphPrior {
    public LayeredRandom {
      widths = widthsOf(widths);
      Require.within("prior.probability", probability, 0, 1);
    }

    @Override
    public long mostNodes() {
      return sum(widths);
    }
  }

  /**
   * Layers of given widths with every edge from a layer to the next.
   *
   * @param widths nodes per layer; two or more
   */
  record LayeredComplete(List<Integer> widths) implements GraphPrior {
    public LayeredComplete {
      widths = widthsOf(widths);
    }

    @Override
    public long mostNodes() {
      return sum(widths);
    }
  }

  private static long sum(List<Integer> widths) {
    return widths.stream().mapToLong(Integer::longValue).sum();
  }

  private static List<Integer> widthsOf(List<Integer> widths) {
    List<Integer> checked = Require.list("prior.widths", widths);
    Require.atLeast("number of prior.widths", checked.size(), 2);
    checked.forEach(width -> Require.atLeast("prior.widths", width, 1));
    return checked;
  }
}
