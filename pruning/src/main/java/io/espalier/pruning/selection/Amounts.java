package io.espalier.pruning.selection;

import io.espalier.networks.ranking.Apportionment;
import io.espalier.networks.ranking.Apportionment.Part;
import io.espalier.networks.ranking.ErdosRenyiKernel;
import io.espalier.networks.ranking.LowestScores;
import io.espalier.plan.Cut;
import io.espalier.plan.Distribution;
import io.espalier.plan.Rounds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How many candidates a step cuts of which layers.
 *
 * @param pools layers that compete, in the network's order
 * @param counts what to cut of each pool
 * @param targetReached whether nothing is cut because the target of the rounds is reached
 */
record Amounts(List<Pool> pools, List<Integer> counts, boolean targetReached) {

  /**
   * By the plan's amounts and distribution.
   *
   * @param candidates one per layer in the scope, in the network's order
   */
  static Amounts of(PlannedCut cut, List<Candidates> candidates) {
    Distribution distribution = cut.criterion().distribution();
    List<Pool> pools =
        switch (distribution) {
          case CLASS_BLINDED, CLASS_DISTRIBUTED, ERDOS_RENYI_KERNEL ->
              List.of(new Pool(candidates));
          case CLASS_UNIFORM, PER_LAYER ->
              candidates.stream().map(layer -> new Pool(List.of(layer))).toList();
        };
    List<Integer> wanted = wanted(cut, pools);
    Optional<Double> target = cut.branch().rounds().flatMap(Rounds::untilSparsity);
    List<Integer> counts =
        IntStream.range(0, pools.size())
            .map(
                i ->
                    target
                        .map(share -> Math.min(wanted.get(i), pools.get(i).missing(share)))
                        .orElse(wanted.get(i)))
            .boxed()
            .toList();
    Amounts amounts = new Amounts(pools, counts, sum(wanted) > 0 && sum(counts) == 0);
    return distribution == Distribution.ERDOS_RENYI_KERNEL
        ? amounts.spreadByKernel(candidates)
        : amounts;
  }

  /** Candidates that are cut, over all pools. */
  int total() {
    return sum(counts);
  }

  private static int sum(List<Integer> counts) {
    return counts.stream().mapToInt(Integer::intValue).sum();
  }

  private static List<Integer> wanted(PlannedCut cut, List<Pool> pools) {
    return cut.branch()
        .rounds()
        .map(rounds -> wanted(rounds.cut(), pools))
        .orElseGet(() -> pools.stream().map(pool -> pool.missing(sparsity(cut, pool))).toList());
  }

  /** What is to be cut of a pool in the end; with rates per layer a pool is one layer. */
  private static double sparsity(PlannedCut cut, Pool pool) {
    return cut.branch().layerRates().isPresent()
        ? Scope.rate(cut, pool.layers().get(0).tensors()).orElseThrow()
        : cut.branch().sparsities().get(cut.step() - 1);
  }

  private static List<Integer> wanted(Cut cut, List<Pool> pools) {
    if (cut instanceof Cut.Weights weights) {
      long left = pools.stream().mapToLong(Pool::left).sum();
      return Apportionment.of(
          Math.min(weights.count(), left),
          pools.stream().map(pool -> new Part(pool.left(), pool.left())).toList());
    }
    if (cut instanceof Cut.SaliencyBudget budget) {
      return pools.stream()
          .map(pool -> LowestScores.within(pool.layers(), budget.share()))
          .toList();
    }
    double share = ((Cut.ShareOfRemaining) cut).share();
    return pools.stream().map(pool -> Math.toIntExact(Math.round(share * pool.left()))).toList();
  }

  /**
   * The same amount over layers that keep the more of their weights, the smaller they are, and none
   * more than are left.
   */
  private Amounts spreadByKernel(List<Candidates> layers) {
    long left = layers.stream().mapToLong(Candidates::left).sum();
    List<Integer> kept =
        Apportionment.of(
            left - total(),
            layers.stream().map(l -> ErdosRenyiKernel.part(l.shape(), l.left())).toList());
    List<Pool> alone = new ArrayList<>();
    List<Integer> spread = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      alone.add(new Pool(List.of(layers.get(i))));
      spread.add(layers.get(i).left() - kept.get(i));
    }
    return new Amounts(alone, spread, targetReached);
  }
}
