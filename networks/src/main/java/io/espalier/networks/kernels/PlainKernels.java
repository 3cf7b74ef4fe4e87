package io.espalier.networks.kernels;

import io.espalier.plan.CellType;
import java.util.Arrays;

/** Plain loops over the lanes, for JVMs without the Vector API. */
final class PlainKernels extends SequenceKernels {
  /** Enough for what JIT compilers make of plain loops. */
  private static final int WIDTH = 8;

  @Override
  public int width() {
    return WIDTH;
  }

  @Override
  public void fill(float[] bias, Panel y, int steps) {
    for (int step = 0; step < steps; step++) {
      int at = y.at(step);
      for (float value : bias) {
        Arrays.fill(y.values(), at, at + y.lanes(), value);
        at += y.lanes();
      }
    }
  }

  @Override
  protected void product(
      Edges edges, float[] weights, float[] x, int xAt, float[] y, int yAt, int lanes) {
    int[] starts = edges.starts();
    int[] columns = edges.columns();
    int[] entries = edges.entries();
    for (int row = 0; row < edges.rows(); row++) {
      int at = yAt + row * lanes;
      int place = starts[row];
      for (; place + 4 <= starts[row + 1]; place += 4) {
        float w0 = weights[entries[place]];
        float w1 = weights[entries[place + 1]];
        float w2 = weights[entries[place + 2]];
        float w3 = weights[entries[place + 3]];
        int x0 = xAt + columns[place] * lanes;
        int x1 = xAt + columns[place + 1] * lanes;
        int x2 = xAt + columns[place + 2] * lanes;
        int x3 = xAt + columns[place + 3] * lanes;
        for (int lane = 0; lane < lanes; lane++) {
          y[at + lane] +=
              w0 * x[x0 + lane] + w1 * x[x1 + lane] + w2 * x[x2 + lane] + w3 * x[x3 + lane];
        }
      }
      for (; place < starts[row + 1]; place++) {
        addScaled(weights[entries[place]], x, xAt + columns[place] * lanes, y, at, lanes);
      }
    }
  }

  @Override
  protected void product(RowBlocks matrix, float[] x, int xAt, float[] y, int yAt, int lanes) {
    float[] packed = matrix.packed();
    for (int block = 0; block < matrix.blocks(); block++) {
      int first = block * matrix.columns() * RowBlocks.ROWS;
      for (int row = matrix.overlap(block); row < RowBlocks.ROWS; row++) {
        int at = yAt + (matrix.firstRow(block) + row) * lanes;
        int column = 0;
        for (; column + 4 <= matrix.columns(); column += 4) {
          int w = first + column * RowBlocks.ROWS + row;
          float w0 = packed[w];
          float w1 = packed[w + RowBlocks.ROWS];
          float w2 = packed[w + 2 * RowBlocks.ROWS];
          float w3 = packed[w + 3 * RowBlocks.ROWS];
          int from = xAt + column * lanes;
          for (int lane = 0; lane < lanes; lane++) {
            int i = from + lane;
            y[at + lane] +=
                w0 * x[i] + w1 * x[i + lanes] + w2 * x[i + 2 * lanes] + w3 * x[i + 3 * lanes];
          }
        }
        for (; column < matrix.columns(); column++) {
          float weight = packed[first + column * RowBlocks.ROWS + row];
          addScaled(weight, x, xAt + column * lanes, y, at, lanes);
        }
      }
    }
  }

  @Override
  public void gradients(Edges edges, Panel delta, Panel x, int steps, float[] gradients) {
    for (int row = 0; row < edges.rows(); row++) {
      for (int place = edges.starts()[row]; place < edges.starts()[row + 1]; place++) {
        gradients[edges.entries()[place]] += dot(delta, row, x, edges.columns()[place], steps);
      }
    }
  }

  @Override
  public void gradients(int rows, int columns, Panel delta, Panel x, int steps, float[] gradients) {
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        gradients[row * columns + column] += dot(delta, row, x, column, steps);
      }
    }
  }

  @Override
  public void squares(Edges edges, Panel delta, Panel x, int steps, float[] sums) {
    float[] ofLane = new float[x.lanes()];
    for (int row = 0; row < edges.rows(); row++) {
      for (int place = edges.starts()[row]; place < edges.starts()[row + 1]; place++) {
        Arrays.fill(ofLane, 0);
        for (int step = 0; step < steps; step++) {
          int d = delta.at(step) + row * x.lanes();
          int at = x.at(step) + edges.columns()[place] * x.lanes();
          for (int lane = 0; lane < ofLane.length; lane++) {
            ofLane[lane] += delta.values()[d + lane] * x.values()[at + lane];
          }
        }
        float sum = 0;
        for (float value : ofLane) {
          sum += value * value;
        }
        sums[edges.entries()[place]] += sum;
      }
    }
  }

  @Override
  public void sums(Panel x, int steps, float[] sums) {
    for (int unit = 0; unit < sums.length; unit++) {
      for (int step = 0; step < steps; step++) {
        float sum = 0;
        int at = x.at(step) + unit * x.lanes();
        for (int lane = 0; lane < x.lanes(); lane++) {
          sum += x.values()[at + lane];
        }
        sums[unit] += sum;
      }
    }
  }

  @Override
  public MatrixKernels matrices() {
    return new PlainMatrixKernels();
  }

  @Override
  protected void cellForward(CellType cell, CellTrace trace, int step) {
    PlainCells.forward(cell, trace, step);
  }

  @Override
  protected void cellBackward(
      CellType cell, CellTrace trace, int step, float[] gradient, int gradientAt, Panel carry) {
    PlainCells.backward(cell, trace, step, gradient, gradientAt, carry);
  }

  private static void addScaled(float scale, float[] x, int xAt, float[] y, int yAt, int lanes) {
    for (int lane = 0; lane < lanes; lane++) {
      y[yAt + lane] += scale * x[xAt + lane];
    }
  }

  /** Four sums side by side, so that additions need not wait for each other. */
  private static float dot(Panel a, int aUnit, Panel b, int bUnit, int steps) {
    float[] left = a.values();
    float[] right = b.values();
    int lanes = a.lanes();
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    for (int step = 0; step < steps; step++) {
      int l = a.at(step) + aUnit * lanes;
      int r = b.at(step) + bUnit * lanes;
      for (int lane = 0; lane < lanes; lane += 4) {
        s0 += left[l + lane] * right[r + lane];
        s1 += left[l + lane + 1] * right[r + lane + 1];
        s2 += left[l + lane + 2] * right[r + lane + 2];
        s3 += left[l + lane + 3] * right[r + lane + 3];
      }
    }
    return (s0 + s1) + (s2 + s3);
  }
}
