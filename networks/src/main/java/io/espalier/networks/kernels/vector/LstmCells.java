package io.espalier.networks.kernels.vector;

import static io.espalier.networks.kernels.vector.VectorKernels.SPECIES;
import static io.espalier.networks.kernels.vector.VectorKernels.WIDTH;
import static io.espalier.networks.kernels.vector.VectorRational.sigmoid;
import static io.espalier.networks.kernels.vector.VectorRational.tanh;

import io.espalier.networks.kernels.CellTrace;
import io.espalier.networks.kernels.Panel;
import jdk.incubator.vector.FloatVector;

/** One step of LSTM cells; gates input, forget, cell, output. */
final class LstmCells {
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
    for (int i = 0; i < size; i += WIDTH) {
      int at = g + i;
      FloatVector in = sigmoid(FloatVector.fromArray(SPECIES, gates, at));
      in.intoArray(gates, at);
      FloatVector forget = sigmoid(FloatVector.fromArray(SPECIES, gates, at + size));
      forget.intoArray(gates, at + size);
      FloatVector candidate = tanh(FloatVector.fromArray(SPECIES, gates, at + 2 * size));
      candidate.intoArray(gates, at + 2 * size);
      FloatVector out = sigmoid(FloatVector.fromArray(SPECIES, gates, at + 3 * size));
      out.intoArray(gates, at + 3 * size);
      FloatVector next =
          forget.fma(FloatVector.fromArray(SPECIES, state, before + i), in.mul(candidate));
      next.intoArray(state, c + i);
      tanh(next).mul(out).intoArray(hidden, h + i);
    }
  }

  static void backward(CellTrace trace, int step, float[] gradient, int gradientAt, Panel carried) {
    float[] gates = trace.gates().values();
    float[] state = trace.state().values();
    float[] carry = carried.values();
    int g = trace.gatesAt(step);
    int c = trace.stateAt(step);
    int before = trace.stateAt(step - 1);
    int size = trace.size();
    int carryAt = carried.at();
    FloatVector zero = FloatVector.zero(SPECIES);
    for (int i = 0; i < size; i += WIDTH) {
      int at = g + i;
      int k = carryAt + i;
      FloatVector in = FloatVector.fromArray(SPECIES, gates, at);
      FloatVector forget = FloatVector.fromArray(SPECIES, gates, at + size);
      FloatVector candidate = FloatVector.fromArray(SPECIES, gates, at + 2 * size);
      FloatVector out = FloatVector.fromArray(SPECIES, gates, at + 3 * size);
      FloatVector squashed = tanh(FloatVector.fromArray(SPECIES, state, c + i));
      FloatVector dh =
          FloatVector.fromArray(SPECIES, gradient, gradientAt + i)
              .add(FloatVector.fromArray(SPECIES, carry, k));
      FloatVector dhOut = dh.mul(out);
      FloatVector dc =
          dhOut
              .sub(dhOut.mul(squashed).mul(squashed))
              .add(FloatVector.fromArray(SPECIES, carry, k + size));
      FloatVector dcIn = dc.mul(in);
      FloatVector dcForget = dc.mul(forget);
      FloatVector dcInCandidate = dcIn.mul(candidate);
      FloatVector dForget = dcForget.mul(FloatVector.fromArray(SPECIES, state, before + i));
      FloatVector dOut = dhOut.mul(squashed);
      dcInCandidate.sub(dcInCandidate.mul(in)).intoArray(gates, at);
      dForget.sub(dForget.mul(forget)).intoArray(gates, at + size);
      dcIn.sub(dcInCandidate.mul(candidate)).intoArray(gates, at + 2 * size);
      dOut.sub(dOut.mul(out)).intoArray(gates, at + 3 * size);
      dcForget.intoArray(carry, k + size);
      zero.intoArray(carry, k);
    }
  }
}
