package io.espalier.networks.kernels.vector;

import static io.espalier.networks.kernels.vector.VectorKernels.SPECIES;
import static io.espalier.networks.kernels.vector.VectorKernels.WIDTH;
import static io.espalier.networks.kernels.vector.VectorRational.tanh;

import io.espalier.networks.kernels.CellTrace;
import io.espalier.networks.kernels.Panel;
import io.espalier.plan.CellType;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** One step of recurrent cells: plain ones here, the others in classes of their own. */
final class Cells {
  private Cells() {}

  static void forward(CellType cell, CellTrace trace, int step) {
    float[] gates = trace.gates().values();
    float[] hidden = trace.hidden().values();
    int g = trace.gatesAt(step);
    int h = trace.hiddenAt(step);
    switch (cell) {
      case TANH -> tanhForward(gates, g, hidden, h, trace.size());
      case RELU -> reluForward(gates, g, hidden, h, trace.size());
      case LSTM -> LstmCells.forward(trace, step);
      case GRU -> GruCells.forward(gates, g, hidden, trace.hiddenAt(step - 1), h, trace.size());
    }
  }

  static void backward(
      CellType cell, CellTrace trace, int step, float[] gradient, int gradientAt, Panel carry) {
    float[] gates = trace.gates().values();
    float[] hidden = trace.hidden().values();
    int g = trace.gatesAt(step);
    int h = trace.hiddenAt(step);
    int size = trace.size();
    switch (cell) {
      case TANH ->
          tanhBackward(gates, g, hidden, h, size, gradient, gradientAt, carry.values(), carry.at());
      case RELU ->
          reluBackward(gates, g, hidden, h, size, gradient, gradientAt, carry.values(), carry.at());
      case LSTM -> LstmCells.backward(trace, step, gradient, gradientAt, carry);
      case GRU ->
          GruCells.backward(
              gates,
              g,
              hidden,
              trace.hiddenAt(step - 1),
              size,
              gradient,
              gradientAt,
              carry.values(),
              carry.at());
    }
  }

  private static void tanhForward(float[] gates, int g, float[] hidden, int h, int size) {
    for (int i = 0; i < size; i += WIDTH) {
      tanh(FloatVector.fromArray(SPECIES, gates, g + i)).intoArray(hidden, h + i);
    }
  }

  private static void reluForward(float[] gates, int g, float[] hidden, int h, int size) {
    for (int i = 0; i < size; i += WIDTH) {
      FloatVector sum = FloatVector.fromArray(SPECIES, gates, g + i);
      sum.blend(0f, sum.compare(VectorOperators.LT, 0f)).intoArray(hidden, h + i);
    }
  }

  private static void tanhBackward(
      float[] gates,
      int g,
      float[] hidden,
      int h,
      int size,
      float[] gradient,
      int gradientAt,
      float[] carry,
      int carryAt) {
    FloatVector zero = FloatVector.zero(SPECIES);
    for (int i = 0; i < size; i += WIDTH) {
      FloatVector out = FloatVector.fromArray(SPECIES, hidden, h + i);
      FloatVector dh =
          FloatVector.fromArray(SPECIES, gradient, gradientAt + i)
              .add(FloatVector.fromArray(SPECIES, carry, carryAt + i));
      dh.sub(dh.mul(out).mul(out)).intoArray(gates, g + i);
      zero.intoArray(carry, carryAt + i);
    }
  }

  private static void reluBackward(
      float[] gates,
      int g,
      float[] hidden,
      int h,
      int size,
      float[] gradient,
      int gradientAt,
      float[] carry,
      int carryAt) {
    FloatVector zero = FloatVector.zero(SPECIES);
    for (int i = 0; i < size; i += WIDTH) {
      FloatVector out = FloatVector.fromArray(SPECIES, hidden, h + i);
      FloatVector dh =
          FloatVector.fromArray(SPECIES, gradient, gradientAt + i)
              .add(FloatVector.fromArray(SPECIES, carry, carryAt + i));
      zero.blend(dh, out.compare(VectorOperators.GT, 0f)).intoArray(gates, g + i);
      zero.intoArray(carry, carryAt + i);
    }
  }
}
