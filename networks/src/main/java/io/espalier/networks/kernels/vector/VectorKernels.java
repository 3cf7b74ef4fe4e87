package io.espalier.networks.kernels.vector;

import io.espalier.networks.kernels.Edges;
import io.espalier.networks.kernels.Kernels;
import io.espalier.networks.kernels.MatrixKernels;
import io.espalier.networks.kernels.Panel;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** The kernels on the Vector API, with vectors as wide as the processor's. */
public final class VectorKernels implements Kernels {
  static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  static final int WIDTH = SPECIES.length();

  @Override
  public int width() {
    return WIDTH;
  }

  @Override
  public void fill(float[] bias, Panel y, int steps) {
    for (int step = 0; step < steps; step++) {
      int at = y.at() + step * y.stride();
      for (int unit = 0; unit < bias.length; unit++) {
        FloatVector value = FloatVector.broadcast(SPECIES, bias[unit]);
        int end = at + (unit + 1) * y.lanes();
        for (int lane = at + unit * y.lanes(); lane < end; lane += WIDTH) {
          value.intoArray(y.values(), lane);
        }
      }
    }
  }

  @Override
  public void multiply(Edges edges, float[] weights, Panel x, Panel y, int steps) {
    SparseProducts.multiply(edges, weights, x, y, steps);
  }

  @Override
  public void gradients(Edges edges, Panel delta, Panel x, int steps, float[] gradients) {
    SparseProducts.gradients(edges, delta, x, steps, gradients);
  }

  @Override
  public void sums(Panel x, int steps, float[] sums) {
    Reductions.sums(x, steps, sums);
  }

  @Override
  public MatrixKernels matrices() {
    return new VectorMatrixKernels();
  }
}
