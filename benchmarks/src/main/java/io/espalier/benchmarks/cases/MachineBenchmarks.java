package io.espalier.benchmarks.cases;

import io.espalier.benchmarks.harness.Benchmark;
import io.espalier.benchmarks.harness.Benchmark.Repetition;
import io.espalier.benchmarks.harness.CoreTime;
import io.espalier.benchmarks.harness.Goal;
import io.espalier.networks.kernels.Kernels;
import io.espalier.networks.kernels.Matrix;
import io.espalier.networks.kernels.MatrixKernels;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas;

/**
 * What one core can do: a large product of float matrices by OpenBLAS, which is the peak, and the
 * product of a training's first layer by our kernels; and what two cores can do together.
 */
public final class MachineBenchmarks {
  /** The benchmark that says what the machine's peak is. */
  public static final String PEAK = "machine-peak-openblas";

  private static final int SIZE = 1024;
  private static final int SAMPLES = 64;
  private static final int INPUTS = 784;
  private static final int UNITS = 112;
  private static final int PRODUCTS = 100;

  private MachineBenchmarks() {}

  static List<Benchmark> all() {
    return List.of(
        new Benchmark(PEAK, "GFLOP/s", Goal.none(), MachineBenchmarks::openBlas),
        new Benchmark("kernels-64x784x112", "GFLOP/s", Goal.none(), MachineBenchmarks::kernels),
        new Benchmark("machine-two-threads", "times one", Goal.none(), MachineBenchmarks::threads));
  }

  private static Repetition openBlas() {
    // JavaCPP refuses memory outside the heap once a process is larger than twice its heap.
    System.setProperty("org.bytedeco.javacpp.maxphysicalbytes", "0");
    FloatPointer left = new FloatPointer((long) SIZE * SIZE).fill((byte) 0);
    FloatPointer right = new FloatPointer((long) SIZE * SIZE).fill((byte) 0);
    FloatPointer product = new FloatPointer((long) SIZE * SIZE);
    return new Repetition() {
      @Override
      public double value() {
        return rate(
            2.0 * SIZE * SIZE * SIZE,
            () ->
                openblas.cblas_sgemm(
                    openblas.CblasRowMajor,
                    openblas.CblasNoTrans,
                    openblas.CblasNoTrans,
                    SIZE,
                    SIZE,
                    SIZE,
                    1,
                    left,
                    SIZE,
                    right,
                    SIZE,
                    0,
                    product,
                    SIZE));
      }

      @Override
      public void close() {
        left.close();
        right.close();
        product.close();
      }
    };
  }

  private static Repetition kernels() {
    Runnable products = products();
    return () -> rate(2.0 * PRODUCTS * SAMPLES * INPUTS * UNITS, products);
  }

  /** What two trainings can reach together at most: they share nothing but the machine. */
  private static Repetition threads() {
    return new SideBySide(products(), products());
  }

  /** Products of matrices of its own, small enough for a core's own cache. */
  private static Runnable products() {
    MatrixKernels kernels = Kernels.fastest().matrices();
    Matrix inputs = new Matrix(SAMPLES, INPUTS);
    Matrix weights = new Matrix(INPUTS, UNITS);
    Matrix product = new Matrix(SAMPLES, UNITS);
    return () -> {
      for (int i = 0; i < PRODUCTS; i++) {
        kernels.multiply(inputs, weights, product, SAMPLES);
      }
    };
  }

  /** GFLOP/s. */
  private static double rate(double operations, Runnable product) {
    long start = CoreTime.nanos();
    product.run();
    return operations / (CoreTime.nanos() - start);
  }
}
