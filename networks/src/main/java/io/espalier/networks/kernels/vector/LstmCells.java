package io.espalier.networks.kernels.vector;

import static io.espalier.networks.kernels.vector.VectorKernels.SPECIES;
import static io.espalier.networks.kernels.vector.VectorKernels.WIDTH;
import static io.espalier.networks.kernels.vector.VectorRational.tanh;

import io.espalier.networks.kernels.CellTrace;
import io.espalier.networks.kernels.Panel;
import jdk.incubator.vector.FloatVector;

/** One step of LSTM cells; gates input, forget, cell, output. */
final class LstmCells {
  private static final int CANDIDATE = 2;

  private LstmCells() {}

  static void forward(CellTrace trace, int step) {
    float[] gates = trace.gates().values();
    float[] state = trace.state().values();
    float[] hidden = trace.hidden().values();
    int g = trace.gatesAt(step);
    int c = trace.stateAt(step);
    int before = trace.stateAt(step - 1);
    int h = trace.hiddenAt(step);
    int size = trace.size();
    for (int gate = 0; gate < 4; gate++) {
      VectorRational.squash(gates, g + gate * size, size, gate != CANDIDATE);
    }
    for (int i = 0; i < size; i += WIDTH) {
      FloatVector in = FloatVector.fromArray(SPECIES, gates, g + i);
      FloatVector forget = FloatVector.fromArray(SPECIES, gates, g + size + i);
      FloatVector candidate = FloatVector.fromArray(SPECIES, gates, g + 2 * size + i);
      FloatVector kept = forget.mul(FloatVector.fromArray(SPECIES, state, before + i));
      in.fma(candidate, kept).intoArray(state, c + i);
    }
    int o = g + 3 * size;
    for (int i = 0; i < size; i += WIDTH) {
      FloatVector out = FloatVector.fromArray(SPECIES, gates, o + i);
      FloatVector next = FloatVector.fromArray(SPECIES, state, c + i);
      tanh(next).mul(out).intoArray(hidden, h + i);
    }
  }

  static void backward(CellTrace trace, int step, float[] gradient, int gradientAt, Panel carried) {
    outputBackward(trace, step, gradient, gradientAt, carried);
    float[] gates = trace.gates().values();
    float[] state = trace.state().values();
    float[] carry = carried.values();
    int g = trace.gatesAt(step);
    int before = trace.stateAt(step - 1);
    int size = trace.size();
    int stateCarry = carried.at() + size;
    for (int i = 0; i < size; i += WIDTH) {
      int at = g + i;
      FloatVector in = FloatVector.fromArray(SPECIES, gates, at);
      FloatVector forget = FloatVector.fromArray(SPECIES, gates, at + size);
      FloatVector candidate = FloatVector.fromArray(SPECIES, gates, at + 2 * size);
      FloatVector dc = FloatVector.fromArray(SPECIES, carry, stateCarry + i);
      FloatVector dcIn = dc.mul(in);
      FloatVector dcForget = dc.mul(forget);
      FloatVector dcInCandidate = dcIn.mul(candidate);
      FloatVector dForget = dcForget.mul(FloatVector.fromArray(SPECIES, state, before + i));
      dcInCandidate.sub(dcInCandidate.mul(in)).intoArray(gates, at);
      dForget.sub(dForget.mul(forget)).intoArray(gates, at + size);
      dcIn.sub(dcInCandidate.mul(candidate)).intoArray(gates, at + 2 * size);
      dcForget.intoArray(carry, stateCarry + i);
    }
  }

  /** From the outputs to the output gate and, in the carry, to the cell states of this step. */
  private static void outputBackward(
      CellTrace trace, int step, float[] gradient, int gradientAt, Panel carried) {
    float[] gates = trace.gates().values();
    float[] state = trace.state().values();
    float[] carry = carried.values();
    int size = trace.size();
    int o = trace.gatesAt(step) + 3 * size;
    int c = trace.stateAt(step);
    int carryAt = carried.at();
    FloatVector zero = FloatVector.zero(SPECIES);
    for (int i = 0; i < size; i += WIDTH) {
      int k = carryAt + i;
      FloatVector squashed = tanh(FloatVector.fromArray(SPECIES, state, c + i));
      FloatVector out = FloatVector.fromArray(SPECIES, gates, o + i);
      FloatVector dh =
          FloatVector.fromArray(SPECIES, gradient, gradientAt + i)
              .add(FloatVector.fromArray(SPECIES, carry, k));
      FloatVector dhOut = dh.mul(out);
      FloatVector dOut = dhOut.mul(squashed);
      FloatVector dc = dhOut.sub(dOut.mul(squashed));
      dOut.sub(dOut.mul(out)).intoArray(gates, o + i);
      dc.add(FloatVector.fromArray(SPECIES, carry, k + size)).intoArray(carry, k + size);
      zero.intoArray(carry, k);
    }
  }
}
