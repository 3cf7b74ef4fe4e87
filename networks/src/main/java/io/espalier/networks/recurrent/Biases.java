package io.espalier.networks.recurrent;

import io.espalier.networks.engine.Parameter;
import io.espalier.networks.kernels.SequenceKernels;
import io.espalier.plan.CellType;
import java.util.Arrays;

/**
 * The two bias vectors of a block. Its trace has a row per sum that a cell needs: input-to-hidden
 * gates from row 0 on, hidden-to-hidden gates from another row on; where both meet, both biases are
 * added and have the same gradient.
 */
final class Biases {
  private final CellType cell;
  private final int units;
  private final Parameter input;
  private final Parameter recurrent;
  private final float[] combined;
  private final float[] gradients;

  Biases(CellType cell, int units, Parameter input, Parameter recurrent) {
    this.cell = cell;
    this.units = units;
    this.input = input;
    this.recurrent = recurrent;
    this.combined = new float[rows(cell) * units];
    this.gradients = new float[combined.length];
  }

  /** Rows of a cell's trace, in multiples of the units. */
  static int rows(CellType cell) {
    return cell.gates() + SequenceKernels.firstRecurrentRow(cell);
  }

  /** The gate, by PyTorch's order, whose weighted inputs go to a row of the trace. */
  static int inputGate(CellType cell, int row) {
    return cell == CellType.GRU ? (row + 2) % 3 : row;
  }

  /** Takes over the present biases and begins new gradients. */
  void load() {
    Arrays.fill(combined, 0);
    Arrays.fill(gradients, 0);
    int first = SequenceKernels.firstRecurrentRow(cell);
    for (int gate = 0; gate < cell.gates(); gate++) {
      for (int unit = 0; unit < units; unit++) {
        combined[gate * units + unit] += input.values()[inputGate(cell, gate) * units + unit];
        combined[(first + gate) * units + unit] += recurrent.values()[gate * units + unit];
      }
    }
  }

  /** The sum of the biases for each row and unit of the trace, as of the last {@link #load}. */
  float[] combined() {
    return combined;
  }

  /** The gradient for each row and unit of the trace since the last {@link #load}, to add to. */
  float[] gradients() {
    return gradients;
  }

  /** Writes the gradients to both parameters. */
  void collect() {
    int first = SequenceKernels.firstRecurrentRow(cell);
    for (int gate = 0; gate < cell.gates(); gate++) {
      for (int unit = 0; unit < units; unit++) {
        input.gradients()[inputGate(cell, gate) * units + unit] = gradients[gate * units + unit];
        recurrent.gradients()[gate * units + unit] = gradients[(first + gate) * units + unit];
      }
    }
  }
}
