package io.espalier.plan;

/**
 * Ends a training when the validation accuracy no longer gets better; the last weights count.
 *
 * @param patience epochs without a new best before the training ends; 1 or more
 * @param leastGain by how much (a share, 0..1) a new best must be better
 */
public record EarlyStopping(int patience, double leastGain) {
  public EarlyStopping {
    Require.atLeast("earlyStopping.patience", patience, 1);
    Require.within("earlyStopping.leastGain", leastGain, 0, 1);
  }
}
