package io.espalier.networks.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Both implementations against sums in double precision, over random sizes. */
class MatrixKernelsTest {
  private static final double TOLERANCE = 1e-4;

  record Case(MatrixKernels kernels, Random random, int rows, int inner, int columns) {
    Matrix matrix(int height, int width) {
      Matrix matrix = new Matrix(height, width);
      for (int r = 0; r < height; r++) {
        for (int c = 0; c < width; c++) {
          matrix.set(r, c, (float) random.nextGaussian());
        }
      }
      return matrix;
    }
  }

  static Stream<Case> cases() {
    return Stream.of("plain", "vector")
        .flatMap(
            name ->
                IntStream.range(0, 15)
                    .mapToObj(Random::new)
                    .map(
                        random ->
                            new Case(
                                Kernels.named(name).matrices(),
                                random,
                                1 + random.nextInt(40),
                                1 + random.nextInt(60),
                                1 + random.nextInt(90))));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void multiplyIsTheMatrixProduct(Case c) {
    Matrix left = c.matrix(c.rows, c.inner);
    Matrix right = c.matrix(c.inner, c.columns);
    Matrix product = c.matrix(c.rows, c.columns);

    c.kernels.multiply(left, right, product, c.rows);

    for (int row = 0; row < c.rows; row++) {
      for (int column = 0; column < c.columns; column++) {
        double sum = 0;
        for (int k = 0; k < c.inner; k++) {
          sum += (double) left.get(row, k) * right.get(k, column);
        }
        assertThat((double) product.get(row, column)).isCloseTo(sum, within(TOLERANCE));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void transposedProductsAreAddedUnderTheMask(Case c) {
    Matrix left = c.matrix(c.rows, c.inner);
    Matrix right = c.matrix(c.rows, c.columns);
    Matrix target = c.matrix(c.inner, c.columns);
    Matrix mask = c.matrix(c.inner, c.columns);
    for (int i = 0; i < mask.values().length; i++) {
      mask.values()[i] = mask.values()[i] > 0 ? 1 : 0;
    }
    float[] masked = target.values().clone();
    float[] before = target.values().clone();

    c.kernels.addTransposedProduct(left, right, c.rows, null, target.values());
    c.kernels.addTransposedProduct(left, right, c.rows, mask, masked);

    for (int row = 0; row < c.inner; row++) {
      for (int column = 0; column < c.columns; column++) {
        int at = row * target.stride() + column;
        double sum = before[at];
        for (int s = 0; s < c.rows; s++) {
          sum += (double) left.get(s, row) * right.get(s, column);
        }
        assertThat((double) target.values()[at]).isCloseTo(sum, within(TOLERANCE));
        assertThat(masked[at]).isEqualTo(target.values()[at] * mask.values()[at]);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void rectifyAndGateKeepWhatIsPositive(Case c) {
    Matrix values = c.matrix(c.rows, c.columns);
    Matrix deltas = c.matrix(c.rows, c.columns);
    float[] before = values.values().clone();
    float[] deltasBefore = deltas.values().clone();

    c.kernels.rectify(values, c.rows);
    c.kernels.gate(values, 2, deltas, c.rows);

    for (int i = 0; i < before.length; i++) {
      assertThat(values.values()[i]).isEqualTo(Math.max(0, before[i]));
      assertThat(deltas.values()[i]).isEqualTo(before[i] > 0 ? 2 * deltasBefore[i] : 0);
    }
  }

  @Test
  void aMatrixIsPaddedToTilesAndTurnedOver() {
    Matrix matrix = new Matrix(9, 17);
    Matrix turned = new Matrix(17, 9);
    matrix.set(8, 16, 3);

    matrix.transposeInto(turned);

    assertThat(matrix.stride()).isEqualTo(32);
    assertThat(matrix.values()).hasSize(16 * 32);
    assertThat(turned.get(16, 8)).isEqualTo(3);
  }
}
