package io.espalier.predictor.scoring;

import io.espalier.plan.BranchPlan;
import io.espalier.plan.Distribution;
import io.espalier.plan.PruningMethod.Control;
import io.espalier.plan.PruningMethod.Criterion;
import java.util.Optional;
import java.util.Set;

/**
 * What the surrogate looks at in a branch's method; all 0 for the dense network and its control.
 *
 * <table>
 *   <caption>The features</caption>
 *   <tr><td>0</td><td>1 if every layer loses the same share of weights</td></tr>
 *   <tr><td>1</td><td>1 if the weights that go are random</td></tr>
 *   <tr><td>2</td><td>1 if they are those of least magnitude, standardised or not</td></tr>
 *   <tr><td>3</td><td>1 if data tell which they are, or a plug-in</td></tr>
 *   <tr><td>4</td><td>1 if the retraining begins with other weights than those that were pruned:
 *   new, earlier, or a structure from scratch</td></tr>
 * </table>
 */
final class OfMethod {
  static final int WIDTH = 5;

  private static final Set<String> MAGNITUDES =
      Set.of(Criterion.MAGNITUDE, Criterion.STANDARDISED_MAGNITUDE);

  private OfMethod() {}

  static double[] of(Optional<BranchPlan> branch) {
    return branch.map(OfMethod::of).orElseGet(() -> new double[WIDTH]);
  }

  private static double[] of(BranchPlan branch) {
    return branch
        .method()
        .match(
            criterion -> {
              boolean random = criterion.saliency().equals(Criterion.RANDOM);
              boolean magnitude = MAGNITUDES.contains(criterion.saliency());
              return new double[] {
                flag(criterion.distribution() == Distribution.CLASS_UNIFORM),
                flag(random),
                flag(magnitude),
                flag(!random && !magnitude),
                flag(branch.options().start().isPresent())
              };
            },
            control -> new double[] {0, 0, 0, 0, flag(control == Control.STRUCTURE_FROM_SCRATCH)});
  }

  private static double flag(boolean set) {
    return set ? 1 : 0;
  }
}
