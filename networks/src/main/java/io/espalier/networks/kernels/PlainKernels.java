package io.espalier.networks.kernels;

import java.util.Arrays;

/** Plain loops over the lanes, for JVMs without the Vector API. */
final class PlainKernels implements Kernels {
  /** Enough for what the JIT compiler makes of plain loops on any processor. */
  private static final int WIDTH = 8;

  @Override
  public int width() {
    return WIDTH;
  }

  @Override
  public void fill(float[] bias, Panel y, int steps) {
    int lanes = y.lanes();
    for (int step = 0; step < steps; step++) {
      int at = y.at() + step * y.stride();
      for (float value : bias) {
        Arrays.fill(y.values(), at, at + lanes, value);
        at += lanes;
      }
    }
  }

  @Override
  public void multiply(Edges edges, float[] weights, Panel x, Panel y, int steps) {
    int lanes = x.lanes();
    for (int step = 0; step < steps; step++) {
      int xAt = x.at() + step * x.stride();
      int yAt = y.at() + step * y.stride();
      for (int row = 0; row < edges.rows(); row++) {
        for (int place = edges.starts()[row]; place < edges.starts()[row + 1]; place++) {
          addScaled(
              weights[edges.entries()[place]],
              x.values(),
              xAt + edges.columns()[place] * lanes,
              y.values(),
              yAt + row * lanes,
              lanes);
        }
      }
    }
  }

  @Override
  public void gradients(Edges edges, Panel delta, Panel x, int steps, float[] gradients) {
    int lanes = x.lanes();
    for (int row = 0; row < edges.rows(); row++) {
      for (int place = edges.starts()[row]; place < edges.starts()[row + 1]; place++) {
        float sum = 0;
        for (int step = 0; step < steps; step++) {
          sum +=
              dot(
                  delta.values(),
                  delta.at() + step * delta.stride() + row * lanes,
                  x.values(),
                  x.at() + step * x.stride() + edges.columns()[place] * lanes,
                  lanes);
        }
        gradients[edges.entries()[place]] += sum;
      }
    }
  }

  @Override
  public void sums(Panel x, int steps, float[] sums) {
    for (int unit = 0; unit < sums.length; unit++) {
      float sum = 0;
      for (int step = 0; step < steps; step++) {
        int at = x.at() + step * x.stride() + unit * x.lanes();
        for (int lane = 0; lane < x.lanes(); lane++) {
          sum += x.values()[at + lane];
        }
      }
      sums[unit] += sum;
    }
  }

  @Override
  public MatrixKernels matrices() {
    return new PlainMatrixKernels();
  }

  private static void addScaled(float scale, float[] x, int xAt, float[] y, int yAt, int lanes) {
    for (int lane = 0; lane < lanes; lane++) {
      y[yAt + lane] += scale * x[xAt + lane];
    }
  }

  /** Four sums side by side, so that additions need not wait for each other. */
  private static float dot(float[] a, int aAt, float[] b, int bAt, int lanes) {
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    for (int lane = 0; lane < lanes; lane += 4) {
      s0 += a[aAt + lane] * b[bAt + lane];
      s1 += a[aAt + lane + 1] * b[bAt + lane + 1];
      s2 += a[aAt + lane + 2] * b[bAt + lane + 2];
      s3 += a[aAt + lane + 3] * b[bAt + lane + 3];
    }
    return (s0 + s1) + (s2 + s3);
  }
}
