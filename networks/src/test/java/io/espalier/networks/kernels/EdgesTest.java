package io.espalier.networks.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import org.junit.jupiter.api.Test;

class EdgesTest {
  // . x x
  // . . .
  // x . x
  private static final Edges EDGES = Edges.of(3, 3, BitSet.valueOf(new long[] {0b101_000_110}));

  @Test
  void entriesAreNumberedRowByRow() {
    assertThat(EDGES.starts()).containsExactly(0, 2, 2, 4);
    assertThat(EDGES.columns()).containsExactly(1, 2, 0, 2);
    assertThat(EDGES.entries()).containsExactly(0, 1, 2, 3);
  }

  @Test
  void transposedEntriesKeepTheirNumbers() {
    Edges transposed = EDGES.transposed();

    assertThat(transposed.starts()).containsExactly(0, 1, 2, 4);
    assertThat(transposed.columns()).containsExactly(2, 0, 0, 2);
    assertThat(transposed.entries()).containsExactly(2, 0, 1, 3);
  }

  @Test
  void transposingTwiceChangesNothing() {
    Edges twice = EDGES.transposed().transposed();

    assertThat(twice.starts()).isEqualTo(EDGES.starts());
    assertThat(twice.columns()).isEqualTo(EDGES.columns());
    assertThat(twice.entries()).isEqualTo(EDGES.entries());
  }
}
