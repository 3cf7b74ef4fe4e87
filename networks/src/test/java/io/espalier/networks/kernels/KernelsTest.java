package io.espalier.networks.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Both implementations against sums in double precision, over random sizes and edges. */
class KernelsTest {
  private static final float TOLERANCE = 1e-4f;

  record Case(Kernels kernels, long seed) {}

  static Stream<Case> cases() {
    return Stream.of("plain", "vector")
        .map(KernelChoice::of)
        .flatMap(
            kernels -> Stream.iterate(0L, s -> s + 1).limit(20).map(s -> new Case(kernels, s)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void multiplyAddsWeightedColumnsToRows(Case c) {
    Setting s = new Setting(c);
    Panel y = s.panel(s.rows);
    float[] before = y.values().clone();

    c.kernels.multiply(s.edges, s.weights, s.x, y, s.steps);

    s.forEach(
        (step, row, lane) -> {
          double expected = before[s.at(y, step, row, lane)];
          for (int place = s.edges.starts()[row]; place < s.edges.starts()[row + 1]; place++) {
            float x = s.x.values()[s.at(s.x, step, s.edges.columns()[place], lane)];
            expected += (double) s.weights[s.edges.entries()[place]] * x;
          }
          assertThat((double) y.values()[s.at(y, step, row, lane)])
              .isCloseTo(expected, within((double) TOLERANCE));
        });
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aDenseMatrixMultipliesAsItsEdgesDo(Case c) {
    Setting s = new Setting(c, RowBlocks.ROWS, 2);
    Panel sparse = s.panel(s.rows);
    Panel dense = new Panel(sparse.values().clone(), sparse.at(), sparse.stride(), s.lanes);
    Operand operand = Operand.dense(s.edges, s.weights);
    operand.load();

    c.kernels.multiply(operand, s.x, dense, s.steps);
    c.kernels.multiply(Operand.sparse(s.edges, s.weights), s.x, sparse, s.steps);

    for (int i = 0; i < dense.values().length; i++) {
      assertThat(dense.values()[i]).isCloseTo(sparse.values()[i], within(TOLERANCE));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void gradientsOfADenseMatrixAreThoseOfItsEdges(Case c) {
    Setting s = new Setting(c, RowBlocks.ROWS, 2);
    Panel delta = s.panel(s.rows);
    float[] dense = new float[s.rows * s.columns];
    float[] sparse = new float[s.edges.count()];

    c.kernels.gradients(s.rows, s.columns, delta, s.x, s.steps, dense);
    c.kernels.gradients(s.edges, delta, s.x, s.steps, sparse);

    for (int row = 0; row < s.rows; row++) {
      for (int place = s.edges.starts()[row]; place < s.edges.starts()[row + 1]; place++) {
        assertThat(dense[row * s.columns + s.edges.columns()[place]])
            .isCloseTo(sparse[s.edges.entries()[place]], within(1e-3f));
      }
    }
  }

  @Test
  void aMatrixSmallerThanABlockIsNotKeptDense() {
    Edges edges = Edges.of(4, 9, new BitSet());

    assertThatThrownBy(() -> Operand.dense(edges, new float[0]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("matrix is 4 x 9, allowed: at least 5 x 5");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void gradientsAreSumsOverStepsAndLanes(Case c) {
    Setting s = new Setting(c);
    Panel delta = s.panel(s.rows);
    float[] gradients = s.weights.clone();
    double[] expected = new double[gradients.length];
    for (int i = 0; i < expected.length; i++) {
      expected[i] = gradients[i];
    }
    s.forEach(
        (step, row, lane) -> {
          for (int place = s.edges.starts()[row]; place < s.edges.starts()[row + 1]; place++) {
            double d = delta.values()[s.at(delta, step, row, lane)];
            expected[s.edges.entries()[place]] +=
                d * s.x.values()[s.at(s.x, step, s.edges.columns()[place], lane)];
          }
        });

    c.kernels.gradients(s.edges, delta, s.x, s.steps, gradients);

    for (int i = 0; i < expected.length; i++) {
      assertThat((double) gradients[i]).isCloseTo(expected[i], within(1e-3));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void squaresAreTakenOfEachLanesSumOverTheSteps(Case c) {
    Setting s = new Setting(c);
    Panel delta = s.panel(s.rows);
    float[] squares = s.weights.clone();
    double[] expected = new double[squares.length];
    for (int row = 0; row < s.rows; row++) {
      for (int place = s.edges.starts()[row]; place < s.edges.starts()[row + 1]; place++) {
        int entry = s.edges.entries()[place];
        expected[entry] = squares[entry];
        for (int lane = 0; lane < s.lanes; lane++) {
          double sum = 0;
          for (int step = 0; step < s.steps; step++) {
            double d = delta.values()[s.at(delta, step, row, lane)];
            sum += d * s.x.values()[s.at(s.x, step, s.edges.columns()[place], lane)];
          }
          expected[entry] += sum * sum;
        }
      }
    }

    c.kernels.squares(s.edges, delta, s.x, s.steps, squares);

    for (int i = 0; i < expected.length; i++) {
      assertThat((double) squares[i]).isCloseTo(expected[i], within(1e-3));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void noStepsLeaveGradientsAsTheyAre(Case c) {
    Setting s = new Setting(c, RowBlocks.ROWS, 4);
    Panel delta = s.panel(s.rows);
    float[] sparse = s.weights.clone();
    float[] dense = s.drawn(s.rows * s.columns);
    float[] before = dense.clone();

    c.kernels.gradients(s.edges, delta, s.x, 0, sparse);
    c.kernels.gradients(s.rows, s.columns, delta, s.x, 0, dense);

    assertThat(sparse).isEqualTo(s.weights);
    assertThat(dense).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void sumsRunOverStepsAndLanes(Case c) {
    Setting s = new Setting(c);
    float[] sums = new float[s.columns];
    double[] expected = new double[s.columns];
    for (int unit = 0; unit < s.columns; unit++) {
      for (int step = 0; step < s.steps; step++) {
        for (int lane = 0; lane < s.lanes; lane++) {
          expected[unit] += s.x.values()[s.at(s.x, step, unit, lane)];
        }
      }
    }

    c.kernels.sums(s.x, s.steps, sums);

    for (int unit = 0; unit < s.columns; unit++) {
      assertThat((double) sums[unit]).isCloseTo(expected[unit], within(1e-3));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void fillWritesTheUnitsOfEveryStepAndNothingElse(Case c) {
    Setting s = new Setting(c);
    Panel y = s.panel(s.rows + 1);
    float[] before = y.values().clone();
    float[] bias = new float[s.rows];
    for (int row = 0; row < s.rows; row++) {
      bias[row] = row + 0.5f;
    }

    c.kernels.fill(bias, y, s.steps);

    s.forEach(
        (step, row, lane) ->
            assertThat(y.values()[s.at(y, step, row, lane)]).isEqualTo(row + 0.5f));
    for (int step = 0; step < s.steps; step++) {
      int last = s.at(y, step, s.rows, 0);
      assertThat(y.values()[last]).isEqualTo(before[last]);
    }
  }

  private interface Place {
    void at(int step, int row, int lane);
  }

  /** Random sizes, edges, weights and activations. */
  private static final class Setting {
    private final Random random;
    private final int rows;
    private final int columns;
    private final int steps;
    private final int lanes;
    private final Edges edges;
    private final float[] weights;
    private final Panel x;

    Setting(Case c) {
      this(c, 1, 1);
    }

    /**
     * @param least of rows and columns
     * @param vectors of which lanes are a multiple
     */
    Setting(Case c, int least, int vectors) {
      random = new Random(c.seed);
      rows = least + random.nextInt(20);
      columns = least + random.nextInt(20);
      steps = 1 + random.nextInt(4);
      lanes = vectors * c.kernels.width() * (1 + random.nextInt(7));
      BitSet kept = new BitSet();
      double density = random.nextDouble();
      for (int i = 0; i < rows * columns; i++) {
        kept.set(i, random.nextDouble() < density);
      }
      edges = Edges.of(rows, columns, kept);
      weights = drawn(edges.count());
      x = panel(columns);
    }

    float[] drawn(int count) {
      float[] values = new float[count];
      for (int i = 0; i < count; i++) {
        values[i] = 2 * random.nextFloat() - 1;
      }
      return values;
    }

    /** With something before, between and behind the steps. */
    Panel panel(int units) {
      int stride = (units + 2) * lanes;
      return new Panel(drawn((steps + 1) * stride), lanes, stride, lanes);
    }

    int at(Panel panel, int step, int unit, int lane) {
      return panel.at() + step * panel.stride() + unit * lanes + lane;
    }

    void forEach(Place place) {
      for (int step = 0; step < steps; step++) {
        for (int row = 0; row < rows; row++) {
          for (int lane = 0; lane < lanes; lane++) {
            place.at(step, row, lane);
          }
        }
      }
    }
  }
}
