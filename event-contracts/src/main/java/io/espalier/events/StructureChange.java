package io.espalier.events;

import io.espalier.plan.Require;

/**
 * What an epoch did to the set of kept weights, all layers together.
 *
 * @param pruned weights that went
 * @param regrown weights that came
 * @param kept weights there are after the epoch
 * @param total maskable weights of the dense network
 */
public record StructureChange(long pruned, long regrown, long kept, long total) {
  public StructureChange {
    Require.atLeast("structure.pruned", pruned, 0);
    Require.atLeast("structure.regrown", regrown, 0);
    Require.atLeast("structure.total", total, 1);
    Require.within("structure.kept", kept, 0, total);
  }
}
