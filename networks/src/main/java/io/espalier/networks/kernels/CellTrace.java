package io.espalier.networks.kernels;

/**
 * What a block of recurrent cells does over a sequence and needs again on the way back. Panels
 * {@code hidden} and {@code state} have a step of zeros before the first.
 *
 * <p>Rows of {@code gates}: for a plain cell one per unit; for LSTM input, forget, cell and output;
 * for GRU new, reset, update and the hidden part of new (Whn h + bhn). Before a step's forward pass
 * they hold the sums of weighted inputs and biases, after it what the backward pass needs, after
 * that one the derivatives of the loss by those sums.
 */
public final class CellTrace {
  private final int units;
  private final Panel gates;
  private final Panel hidden;
  private final Panel state;

  /**
   * @param gates rows x units at each step
   * @param hidden output at each step
   * @param state LSTM's cell state at each step; null for other cells
   */
  public CellTrace(int units, Panel gates, Panel hidden, Panel state) {
    this.units = units;
    this.gates = gates;
    this.hidden = hidden;
    this.state = state;
  }

  /** Number of cells. */
  public int units() {
    return units;
  }

  /** Sums, activations or derivatives of the gates. */
  public Panel gates() {
    return gates;
  }

  /** Outputs. */
  public Panel hidden() {
    return hidden;
  }

  /** Cell states of an LSTM, else null. */
  public Panel state() {
    return state;
  }

  /** Position of a step's gates in their array. */
  public int gatesAt(int step) {
    return gates.at(step);
  }

  /** Position of a step's outputs in their array; the step -1 holds zeros. */
  public int hiddenAt(int step) {
    return hidden.at(step);
  }

  /** Position of a step's cell states in their array; the step -1 holds zeros. */
  public int stateAt(int step) {
    return state.at(step);
  }

  /** Values of all units of a gate at a step. */
  public int size() {
    return units * gates.lanes();
  }
}
