package io.espalier.plan;

/**
 * Names one training of a trial: which branch and which step of it.
 *
 * @param branch {@link BranchPlan#DENSE} for step 0, else a branch of the plan
 * @param step 0 for the dense network, 1.. for pruning steps
 */
public record StepRef(String branch, int step) {
  /** The dense network's training. */
  public static final StepRef BASE = new StepRef(BranchPlan.DENSE, 0);

  public StepRef {
    Require.text("at.branch", branch);
    Require.atLeast("at.step", step, 0);
    if ((step == 0) != branch.equals(BranchPlan.DENSE)) {
      throw new IllegalArgumentException(
          "at.step is "
              + step
              + " on branch '"
              + branch
              + "', allowed: step 0 on '"
              + BranchPlan.DENSE
              + "' only");
    }
  }

  @Override
  public String toString() {
    return branch + "/" + step;
  }
}
