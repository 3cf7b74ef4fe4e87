package io.espalier.events;

import io.espalier.plan.Require;
import java.util.List;

/**
 * How the saliencies of the weights that competed were distributed, and which of them were cut.
 *
 * @param edges of the bins, rising, one more than there are bins; a bin holds its lower edge, the
 *     last also its upper
 * @param kept weights per bin that stay
 * @param cut weights per bin that go
 */
public record SaliencyHistogram(List<Double> edges, List<Long> kept, List<Long> cut) {
  public SaliencyHistogram {
    edges = Require.list("histogram.edges", edges);
    kept = Require.nonEmpty("histogram.kept", kept);
    cut = Require.nonEmpty("histogram.cut", cut);
    if (kept.size() != cut.size() || edges.size() != kept.size() + 1) {
      throw new IllegalArgumentException(
          "histogram has "
              + edges.size()
              + " edges for "
              + kept.size()
              + " and "
              + cut.size()
              + " bins, allowed: as many bins, one edge more");
    }
  }
}
