package io.espalier.networks.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.espalier.plan.CellType;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The gradients of cells are checked where networks are; here what they are made of. */
class CellsTest {
  private static final int UNITS = 2;
  private static final int STEPS = 4;

  @ParameterizedTest
  @ValueSource(strings = {"plain", "vector"})
  void tanhHasFloatAccuracyEverywhere(String name) {
    Kernels kernels = Kernels.named(name);
    int lanes = 64 * kernels.width();
    Panel gates = Panel.zeros(1, 1, lanes);
    Panel hidden = Panel.zeros(2, 1, lanes).fromStep(1);
    CellTrace trace = new CellTrace(1, gates, hidden, null);
    for (int portion = 0; portion < 200; portion++) {
      for (int lane = 0; lane < lanes; lane++) {
        gates.values()[lane] = -12 + 24 * (portion + (float) lane / lanes) / 200;
      }

      kernels.forward(CellType.TANH, trace, nothing(1), 1);

      for (int lane = 0; lane < lanes; lane++) {
        double expected = Math.tanh(gates.values()[lane]);
        assertThat((double) hidden.values()[hidden.at() + lane])
            .isCloseTo(expected, within(4e-7 * Math.abs(expected)));
      }
    }
  }

  @Test
  void sigmoidHasFloatAccuracyEverywhere() {
    for (float x = -20; x < 20; x += 0.001f) {
      assertThat((double) Rational.sigmoid(x)).isCloseTo(1 / (1 + Math.exp(-x)), within(2.5e-7));
    }
  }

  @ParameterizedTest
  @EnumSource(CellType.class)
  void bothImplementationsDoTheSame(CellType cell) {
    Random random = new Random(3);
    int lanes = 2 * Math.max(Kernels.named("vector").width(), Kernels.named("plain").width());
    BitSet all = new BitSet();
    all.set(0, cell.gates() * UNITS * UNITS);
    Edges edges = Edges.of(cell.gates() * UNITS, UNITS, all);
    float[] weights = drawn(edges.count(), random);
    int rows = cell.gates() + SequenceKernels.firstRecurrentRow(cell);
    float[] sums = drawn(STEPS * rows * UNITS * lanes, random);
    float[] gradient = drawn(STEPS * UNITS * lanes, random);

    CellTrace[] traces = new CellTrace[2];
    int i = 0;
    for (String name : new String[] {"plain", "vector"}) {
      Kernels kernels = Kernels.named(name);
      Panel gates = new Panel(sums.clone(), 0, rows * UNITS * lanes, lanes);
      Panel hidden = Panel.zeros(STEPS + 1, UNITS, lanes).fromStep(1);
      Panel state = Panel.zeros(STEPS + 1, UNITS, lanes).fromStep(1);
      traces[i] = new CellTrace(UNITS, gates, hidden, state);
      kernels.forward(cell, traces[i], Operand.sparse(edges, weights), STEPS);
      kernels.backward(
          cell,
          traces[i],
          Operand.sparse(edges.transposed(), weights),
          new Panel(gradient, 0, UNITS * lanes, lanes),
          Panel.zeros(1, 2 * UNITS, lanes),
          STEPS);
      i++;
    }

    assertSame(traces[0].hidden(), traces[1].hidden());
    assertSame(traces[0].gates(), traces[1].gates());
  }

  @ParameterizedTest
  @EnumSource(CellType.class)
  void whatIsNotANumberStaysSo(CellType cell) {
    for (String name : new String[] {"plain", "vector"}) {
      Kernels kernels = Kernels.named(name);
      int lanes = kernels.width();
      int rows = cell.gates() + SequenceKernels.firstRecurrentRow(cell);
      Panel gates = Panel.zeros(1, rows, lanes);
      Arrays.fill(gates.values(), Float.NaN);
      Panel hidden = Panel.zeros(2, 1, lanes).fromStep(1);
      Panel state = Panel.zeros(2, 1, lanes).fromStep(1);

      kernels.forward(cell, new CellTrace(1, gates, hidden, state), nothing(rows), 1);

      assertThat(hidden.values()[hidden.at()]).isNaN();
    }
  }

  private static Operand nothing(int rows) {
    return Operand.sparse(Edges.of(rows, 1, new BitSet()), new float[0]);
  }

  private static float[] drawn(int count, Random random) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = 2 * random.nextFloat() - 1;
    }
    return values;
  }

  private static void assertSame(Panel left, Panel right) {
    for (int i = 0; i < left.values().length; i++) {
      assertThat(left.values()[i]).isCloseTo(right.values()[i], within(2e-6f));
    }
  }
}
