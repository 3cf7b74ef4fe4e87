package io.espalier.networks.kernels.vector;

import static io.espalier.networks.kernels.vector.VectorKernels.SPECIES;
import static io.espalier.networks.kernels.vector.VectorKernels.WIDTH;
import static io.espalier.networks.kernels.vector.VectorRational.tanh;

import jdk.incubator.vector.FloatVector;

/** One step of GRU cells; gates new, reset, update, hidden part of new. */
final class GruCells {
  private GruCells() {}

  static void forward(float[] gates, int g, float[] hidden, int before, int h, int size) {
    VectorRational.squash(gates, g + size, 2 * size, true);
    for (int i = 0; i < size; i += WIDTH) {
      int at = g + i;
      FloatVector reset = FloatVector.fromArray(SPECIES, gates, at + size);
      FloatVector update = FloatVector.fromArray(SPECIES, gates, at + 2 * size);
      FloatVector recurrent = FloatVector.fromArray(SPECIES, gates, at + 3 * size);
      FloatVector fresh = tanh(reset.fma(recurrent, FloatVector.fromArray(SPECIES, gates, at)));
      fresh.intoArray(gates, at);
      FloatVector last = FloatVector.fromArray(SPECIES, hidden, before + i);
      update.fma(last.sub(fresh), fresh).intoArray(hidden, h + i);
    }
  }

  static void backward(
      float[] gates,
      int g,
      float[] hidden,
      int before,
      int size,
      float[] gradient,
      int gradientAt,
      float[] carry,
      int carryAt) {
    for (int i = 0; i < size; i += WIDTH) {
      int at = g + i;
      FloatVector fresh = FloatVector.fromArray(SPECIES, gates, at);
      FloatVector reset = FloatVector.fromArray(SPECIES, gates, at + size);
      FloatVector update = FloatVector.fromArray(SPECIES, gates, at + 2 * size);
      FloatVector recurrent = FloatVector.fromArray(SPECIES, gates, at + 3 * size);
      FloatVector dh =
          FloatVector.fromArray(SPECIES, gradient, gradientAt + i)
              .add(FloatVector.fromArray(SPECIES, carry, carryAt + i));
      FloatVector dhUpdate = dh.mul(update);
      FloatVector dhFresh = dh.sub(dhUpdate);
      FloatVector dFresh = dhFresh.sub(dhFresh.mul(fresh).mul(fresh));
      FloatVector dRecurrent = dFresh.mul(reset);
      FloatVector dReset = dRecurrent.mul(recurrent);
      FloatVector last = FloatVector.fromArray(SPECIES, hidden, before + i);
      FloatVector dUpdate = dhUpdate.mul(last.sub(fresh));
      dFresh.intoArray(gates, at);
      dReset.sub(dReset.mul(reset)).intoArray(gates, at + size);
      dUpdate.sub(dUpdate.mul(update)).intoArray(gates, at + 2 * size);
      dRecurrent.intoArray(gates, at + 3 * size);
      dhUpdate.intoArray(carry, carryAt + i);
    }
  }
}
