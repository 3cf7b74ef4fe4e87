package io.espalier.pruning.surgeon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CholeskyTest {
  private final SplittableRandom random = new SplittableRandom(1);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 17, 40})
  void solvesAsEliminationDoes(int n) {
    double[][] matrix = Equations.positiveDefinite(n, random);
    double[] b = random.doubles(n, -1, 1).toArray();
    double[] expected = Equations.solve(matrix, b);

    factor(matrix).solve(b);

    assertThat(b).containsExactly(expected, within(1e-9));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 17, 40})
  void theInverseHasTheColumnsThatSolveForUnitVectors(int n) {
    double[][] matrix = Equations.positiveDefinite(n, random);

    double[][] inverse = factor(matrix).inverse();
    double[] diagonal = factor(matrix).inverseDiagonal();

    for (int i = 0; i < n; i++) {
      double[] unit = new double[n];
      unit[i] = 1;
      assertThat(inverse[i]).containsExactly(Equations.solve(matrix, unit), within(1e-9));
      assertThat(diagonal[i]).isEqualTo(inverse[i][i]);
    }
  }

  @Test
  void aMatrixThatIsNotPositiveDefiniteHasNoFactor() {
    assertThat(Cholesky.of(new double[][] {{1, 2}, {2, 1}}, 1e-9)).isEmpty();
    assertThat(Cholesky.of(new double[][] {{1, 1}, {1, 1}}, 1e-9)).isEmpty();
    assertThat(Cholesky.of(new double[][] {{Double.NaN}}, 1e-9)).isEmpty();
    assertThat(Cholesky.of(new double[][] {{Double.POSITIVE_INFINITY}}, 1e-9)).isEmpty();
  }

  private static Cholesky factor(double[][] matrix) {
    double[][] copy = Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
    return Cholesky.of(copy, 1e-9).orElseThrow();
  }
}
