package io.espalier.datasets;

import io.espalier.campaign.DatasetShape;
import io.espalier.campaign.SampleShape;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Approximating Friedman's first function (Multivariate Adaptive Regression Splines, 1991) without
 * noise:
 *
 * <p>y = 10 sin(pi x1 x2) + 20 (x3 - 1/2)^2 + 10 x4 + 5 x5
 *
 * <p>of ten inputs, uniform in 0..1, five of which do not matter. As quality is measured by
 * accuracy here, it is cast as a classification: the label is which tenth of all samples, ordered
 * by y, a sample belongs to. Inputs are standardised by the mean 1/2 and the variance 1/12 of the
 * uniform distribution.
 *
 * <p>Made in memory from a fixed seed, the same on every machine: only exactly specified arithmetic
 * is used.
 */
final class FunctionApproximation implements DatasetSource {
  private static final int INPUTS = 10;
  private static final int BINS = 10;
  private static final int TRAINING = 40_000;
  private static final int VALIDATION = 5_000;
  private static final int TEST = 5_000;
  private static final int ALL = TRAINING + VALIDATION + TEST;
  private static final long SEED = 19_910_301;

  @Override
  public CatalogueEntry entry() {
    return new CatalogueEntry(
        new DatasetShape("function-approximation", new SampleShape.Vector(INPUTS), BINS),
        "Friedman's function of ten inputs, its value cast as ten equally frequent classes, 50,000"
            + " samples; generated on the spot",
        ALL,
        CatalogueEntry.GENERATED);
  }

  @Override
  public void ensure(Path directory, ProgressListener listener) {
    listener.progress("function-approximation is computed in memory, nothing to fetch");
  }

  @Override
  public Dataset load(Path directory, ProgressListener listener) {
    listener.progress("Computing " + ALL + " samples");
    Random random = new Random(SEED);
    float[] standardised = new float[ALL * INPUTS];
    double[] values = new double[ALL];
    double[] x = new double[INPUTS];
    for (int sample = 0; sample < ALL; sample++) {
      for (int i = 0; i < INPUTS; i++) {
        x[i] = random.nextDouble();
        standardised[sample * INPUTS + i] = (float) ((x[i] - 0.5) * Math.sqrt(12));
      }
      values[sample] = friedman(x);
    }
    Rows rows = new FloatRows(INPUTS, standardised, tenths(values));
    return new Dataset(
        entry().shape(),
        part(rows, 0, TRAINING),
        part(rows, TRAINING, TRAINING + VALIDATION),
        part(rows, TRAINING + VALIDATION, ALL));
  }

  /** The function, from 0 to about 30. */
  static double friedman(double... x) {
    double third = x[2] - 0.5;
    return 10 * StrictMath.sin(Math.PI * x[0] * x[1]) + 20 * third * third + 10 * x[3] + 5 * x[4];
  }

  /** For each value the tenth of all values, from the least to the greatest, that it is in. */
  private static byte[] tenths(double... values) {
    int[] byValue =
        IntStream.range(0, values.length)
            .boxed()
            .sorted(Comparator.comparingDouble(sample -> values[sample]))
            .mapToInt(Integer::intValue)
            .toArray();
    byte[] tenths = new byte[values.length];
    for (int rank = 0; rank < byValue.length; rank++) {
      tenths[byValue[rank]] = (byte) ((long) rank * BINS / byValue.length);
    }
    return tenths;
  }

  private static VectorSamples part(Rows rows, int from, int to) {
    return new VectorSamples(rows, IntStream.range(from, to).toArray());
  }
}
