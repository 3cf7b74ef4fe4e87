package io.espalier.networks.recurrent;

import io.espalier.networks.engine.CurvedModel.InputListener;
import io.espalier.networks.engine.Parameter;
import io.espalier.networks.kernels.Accumulation;
import io.espalier.networks.kernels.CellTrace;
import io.espalier.networks.kernels.Kernels;
import io.espalier.networks.kernels.Matrix;
import io.espalier.networks.kernels.Panel;
import io.espalier.networks.kernels.SequenceKernels;
import io.espalier.plan.CellType;
import java.util.List;

/** A recurrent block: weights, biases, and what it remembers between forward and backward. */
final class Block {
  private final Kernels kernels;
  private final CellType cell;
  private final int units;
  private final int firstSource;
  private final Tensors.Matrix input;
  private final Tensors.Matrix recurrent;
  private final Parameter inputBias;
  private final Parameter recurrentBias;
  private final Biases biases;
  private CellTrace trace;
  private Panel carry;

  Block(Kernels kernels, CellType cell, int units, LayerPlan.BlockPlan plan, Tensors tensors) {
    this.kernels = kernels;
    this.cell = cell;
    this.units = units;
    this.firstSource = plan.firstSource();
    int rows = cell.gates() * units;
    input =
        tensors.matrix(
            kernels,
            plan.name() + ".i2h.weight",
            rows,
            plan.sources(),
            (row, source) ->
                plan.wiring().position(Biases.inputGate(cell, row / units), row % units, source));
    inputBias = tensors.whole(plan.name() + ".i2h.bias");
    recurrent =
        tensors.matrix(
            kernels,
            plan.name() + ".h2h.weight",
            rows,
            units,
            (row, column) -> row * units + column);
    recurrentBias = tensors.whole(plan.name() + ".h2h.bias");
    biases = new Biases(cell, units, inputBias, recurrentBias);
  }

  /** In the order of the tensors. */
  List<Parameter> parameters() {
    return List.of(input.parameter(), inputBias, recurrent.parameter(), recurrentBias);
  }

  /**
   * Takes its place for sequences.
   *
   * @param shared gates of all blocks whose cells do not need them for the way back
   */
  void layOut(Storage storage, int steps, Panel shared) {
    boolean remembers = cell == CellType.LSTM || cell == CellType.GRU;
    Panel gates = remembers ? storage.panel(steps, Biases.rows(cell) * units) : shared;
    Panel hidden = storage.panelBehindZeros(steps, units);
    Panel state = cell == CellType.LSTM ? storage.panelBehindZeros(steps, units) : null;
    trace = new CellTrace(units, gates, hidden, state);
    carry = storage.panel(1, 2 * units);
  }

  /** Takes over the present weights and begins new gradients. */
  void load(Accumulation accumulation) {
    input.weights().load(accumulation);
    recurrent.weights().load(accumulation);
    biases.load();
  }

  /** Reads its sources in the activations; returns its outputs. */
  Panel forward(Panel activations, int steps) {
    kernels.fill(biases.combined(), trace.gates(), steps);
    Panel sources = activations.fromUnit(firstSource);
    kernels.multiply(input.weights().forward(), sources, trace.gates(), steps);
    kernels.forward(cell, trace, recurrent.weights().forward(), steps);
    return trace.hidden();
  }

  /**
   * Tells what its matrices read in the last {@link #forward}: h2h the outputs of the step before,
   * zeros at first; i2h its sources, unless it reads along the edges of a graph.
   *
   * @param lanes that hold a sample
   */
  void read(Panel activations, int steps, int lanes, InputListener listener) {
    int sources = input.weights().columns();
    if (input.parameter().positions().length == cell.gates() * units * sources) {
      String name = input.parameter().name();
      rows(activations.fromUnit(firstSource), sources, steps, lanes, name, listener);
    }
    rows(trace.hidden().fromStep(-1), units, steps, lanes, recurrent.parameter().name(), listener);
  }

  private static void rows(
      Panel panel, int units, int steps, int lanes, String name, InputListener listener) {
    Matrix rows = new Matrix(lanes, units);
    for (int step = 0; step < steps; step++) {
      for (int unit = 0; unit < units; unit++) {
        int at = panel.at(step) + unit * panel.lanes();
        for (int lane = 0; lane < lanes; lane++) {
          rows.set(lane, unit, panel.values()[at + lane]);
        }
      }
      listener.reads(name, rows, lanes);
    }
  }

  /**
   * Adds to the gradients of the parameters and of the sources.
   *
   * @param gradient of its outputs
   * @param gradients of all activations
   */
  void backward(Panel activations, Panel gradient, Panel gradients, int steps) {
    kernels.backward(cell, trace, recurrent.weights().backward(), gradient, carry, steps);
    Panel gates = trace.gates();
    kernels.multiply(input.weights().backward(), gates, gradients.fromUnit(firstSource), steps);
    input.weights().accumulate(gates, activations.fromUnit(firstSource), steps);
    Panel recurrentGates = gates.fromUnit(SequenceKernels.firstRecurrentRow(cell) * units);
    recurrent.weights().accumulate(recurrentGates.fromStep(1), trace.hidden(), steps - 1);
    kernels.sums(gates, steps, biases.gradients());
  }

  /** Writes the gradients since {@link #load} to the parameters. */
  void collect() {
    input.weights().collect();
    recurrent.weights().collect();
    biases.collect();
  }
}
