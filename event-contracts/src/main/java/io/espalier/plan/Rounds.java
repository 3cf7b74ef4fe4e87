package io.espalier.plan;

import java.util.Optional;

/**
 * An iterative schedule: cut, retrain, cut again. It ends before a step that would go on below the
 * floor or empty a layer (unless that is allowed), once the target is reached, or after the most
 * rounds.
 *
 * @param cut what each round takes
 * @param most rounds at most
 * @param untilSparsity share of the weights in the scope that is to be cut in the end; the last
 *     round cuts no more than that; absent: no target
 * @param leastWeights no round begins with fewer weights in the scope than this (500 in study 1)
 */
public record Rounds(Cut cut, int most, Optional<Double> untilSparsity, long leastWeights) {
  public Rounds {
    Require.present("rounds.cut", cut);
    Require.within("rounds.most", most, 1, 1000);
    Require.present("rounds.untilSparsity", untilSparsity)
        .ifPresent(share -> Require.within("rounds.untilSparsity", share, 0, 1));
    Require.atLeast("rounds.leastWeights", leastWeights, 0);
  }
}
