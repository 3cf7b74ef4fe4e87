package io.espalier.networks.kernels.vector;

import io.espalier.networks.kernels.CellTrace;
import io.espalier.networks.kernels.Edges;
import io.espalier.networks.kernels.MatrixKernels;
import io.espalier.networks.kernels.Panel;
import io.espalier.networks.kernels.RowBlocks;
import io.espalier.networks.kernels.SequenceKernels;
import io.espalier.plan.CellType;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The kernels on the Vector API, with vectors as wide as the processor's.
 *
 * <p>What the C2 compiler of JDK 17 asks for, found by measuring: species in constants,
 * accumulators that live in one innermost loop only (carried through two loops they are boxed, and
 * everything is 20 times slower), and methods that hold one such loop.
 */
public final class VectorKernels extends SequenceKernels {
  static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

  /** Floats of one vector. */
  static final int WIDTH = SPECIES.length();

  @Override
  public int width() {
    return WIDTH;
  }

  @Override
  public void fill(float[] bias, Panel y, int steps) {
    for (int step = 0; step < steps; step++) {
      for (int unit = 0; unit < bias.length; unit++) {
        broadcast(bias[unit], y.values(), y.at(step) + unit * y.lanes(), y.lanes());
      }
    }
  }

  private static void broadcast(float value, float[] y, int at, int lanes) {
    FloatVector vector = FloatVector.broadcast(SPECIES, value);
    for (int lane = 0; lane < lanes; lane += WIDTH) {
      vector.intoArray(y, at + lane);
    }
  }

  @Override
  protected void product(
      Edges edges, float[] weights, float[] x, int xAt, float[] y, int yAt, int lanes) {
    SparseProducts.product(edges, weights, x, xAt, y, yAt, lanes);
  }

  @Override
  protected void product(RowBlocks matrix, float[] x, int xAt, float[] y, int yAt, int lanes) {
    DenseProducts.product(matrix, x, xAt, y, yAt, lanes);
  }

  @Override
  public void gradients(Edges edges, Panel delta, Panel x, int steps, float[] gradients) {
    SparseGradients.add(edges, delta, x, steps, gradients);
  }

  @Override
  public void squares(Edges edges, Panel delta, Panel x, int steps, float[] sums) {
    SparseGradients.addOverSteps(edges, delta, x, steps, true, sums);
  }

  @Override
  public void gradients(int rows, int columns, Panel delta, Panel x, int steps, float[] gradients) {
    DenseGradients.add(rows, columns, delta, x, steps, gradients);
  }

  @Override
  public void sums(Panel x, int steps, float[] sums) {
    Reductions.sums(x, steps, sums);
  }

  @Override
  public MatrixKernels matrices() {
    return new VectorMatrixKernels();
  }

  @Override
  protected void cellForward(CellType cell, CellTrace trace, int step) {
    Cells.forward(cell, trace, step);
  }

  @Override
  protected void cellBackward(
      CellType cell, CellTrace trace, int step, float[] gradient, int gradientAt, Panel carry) {
    Cells.backward(cell, trace, step, gradient, gradientAt, carry);
  }
}
