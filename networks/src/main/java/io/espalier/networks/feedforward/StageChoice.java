package io.espalier.networks.feedforward;

import io.espalier.networks.kernels.Kernels;
import io.espalier.networks.kernels.Matrix;
import java.util.Optional;
import java.util.stream.IntStream;

/** Decides whether a layer is trained as a dense matrix or as a list of weights. */
record StageChoice(Kernels kernels) {
  /**
   * What changing the layout of a unit's activations and of their gradients costs, in sparse
   * weights; measured.
   */
  private static final double CONVERSION = 8;

  /**
   * The cheaper layout of a layer.
   *
   * @param below layout of its inputs; empty if they are fetched in any layout
   */
  Layout layout(Linear linear, Optional<Layout> below) {
    double columns = Matrix.padded(linear.outputs(), Matrix.COLUMN_TILE);
    double rows = kernels.matrices().breakEven() * linear.inputs() * columns;
    double lanes = linear.kept().cardinality();
    if (below.isPresent()) {
      double conversion = CONVERSION * linear.inputs();
      rows += below.get() == Layout.ROWS ? 0 : conversion;
      lanes += below.get() == Layout.LANES ? 0 : conversion;
    }
    return lanes < rows ? Layout.LANES : Layout.ROWS;
  }

  /** How the first layer gets its inputs. */
  Inputs inputs(Linear first) {
    return layout(first, Optional.empty()) == Layout.ROWS
        ? Inputs.rows(first.inputs())
        : Inputs.lanes(first);
  }

  /** The first layer, in the layout of its inputs. */
  Stage first(Linear linear, Inputs inputs, Optional<HiddenUnits> hidden) {
    return inputs.layout() == Layout.ROWS
        ? new DenseStage(linear, kernels.matrices(), hidden)
        : new SparseStage(linear, inputs.chosen(), kernels, hidden);
  }

  /** A layer on hidden units. */
  Stage next(Linear linear, Layout layout, Optional<HiddenUnits> hidden) {
    return layout == Layout.ROWS
        ? new DenseStage(linear, kernels.matrices(), hidden)
        : new SparseStage(linear, IntStream.range(0, linear.inputs()).toArray(), kernels, hidden);
  }
}
