package io.espalier.networks.ranking;

import io.espalier.plan.Require;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Shares out a whole number among parts in proportion to their weights, none getting more than it
 * can hold: what a full part cannot take goes to the others. Rounded by largest remainder, the
 * first of equals first, so that the shares add up exactly.
 */
public final class Apportionment {
  private Apportionment() {}

  /**
   * What takes part.
   *
   * @param weight greater than 0, unless nothing fits
   * @param most that it can hold
   */
  public record Part(double weight, int most) {
    public Part {
      Require.within("part.most", most, 0, Integer.MAX_VALUE);
      Require.within("part.weight", weight, most == 0 ? 0 : Double.MIN_VALUE, Double.MAX_VALUE);
    }
  }

  /**
   * The share of each part, in their order. O(parts^2).
   *
   * @param amount to be shared out
   * @throws IllegalArgumentException if it does not fit
   */
  public static List<Integer> of(long amount, List<Part> parts) {
    Require.within("amount", amount, 0, parts.stream().mapToLong(Part::most).sum());
    List<Double> exact = exact(amount, parts);
    int[] shares = exact.stream().mapToInt(share -> (int) Math.floor(share)).toArray();
    long missing = amount - IntStream.of(shares).asLongStream().sum();
    IntStream.range(0, shares.length)
        .filter(i -> shares[i] < parts.get(i).most())
        .boxed()
        .sorted(Comparator.comparingDouble(i -> shares[i] - exact.get(i)))
        .limit(missing)
        .forEach(i -> shares[i]++);
    return IntStream.of(shares).boxed().toList();
  }

  /**
   * The factor of proportionality is the one with which the shares add up. Parts that it would
   * overfill are full, and the others share the rest.
   */
  private static List<Double> exact(long amount, List<Part> parts) {
    boolean[] full = new boolean[parts.size()];
    double factor;
    boolean changed;
    do {
      double left = amount;
      double weights = 0;
      for (int i = 0; i < full.length; i++) {
        left -= full[i] ? parts.get(i).most() : 0;
        weights += full[i] ? 0 : parts.get(i).weight();
      }
      factor = left / weights;
      changed = false;
      for (int i = 0; i < full.length; i++) {
        if (!full[i] && factor * parts.get(i).weight() > parts.get(i).most()) {
          full[i] = true;
          changed = true;
        }
      }
    } while (changed);
    List<Double> shares = new ArrayList<>();
    for (int i = 0; i < full.length; i++) {
      shares.add(full[i] ? parts.get(i).most() : factor * parts.get(i).weight());
    }
    return shares;
  }
}
