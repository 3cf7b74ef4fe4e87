package io.espalier.networks.feedforward;

import io.espalier.networks.engine.Batch;
import io.espalier.networks.engine.CurvedModel.InputListener;
import io.espalier.networks.engine.Dropout;
import io.espalier.networks.engine.Parameter;
import io.espalier.networks.kernels.Matrix;
import java.util.ArrayList;
import java.util.List;

/**
 * Stages one after the other. Between stages of different layouts activations and their gradients
 * are copied over; the classes' outputs come in rows.
 */
final class Chain {
  private final Inputs inputs;
  private final List<Stage> stages;
  private final List<Matrix> read = new ArrayList<>();
  private final List<Matrix> readDeltas = new ArrayList<>();
  private final List<Matrix> producedDeltas = new ArrayList<>();
  private Matrix classes;
  private int capacity;

  Chain(Inputs inputs, List<Stage> stages) {
    this.inputs = inputs;
    this.stages = List.copyOf(stages);
  }

  List<Parameter> parameters() {
    return stages.stream().flatMap(stage -> stage.parameters().stream()).toList();
  }

  /** The classes' outputs before softmax, a row per sample; valid until the next call. */
  Matrix forward(Batch batch, Dropout dropout) {
    reserve(batch.size());
    inputs.fetch(batch, read.get(0));
    Matrix output = null;
    for (int i = 0; i < stages.size(); i++) {
      Stage stage = stages.get(i);
      if (i > 0) {
        convert(stages.get(i - 1).layout(), output, stage.layout(), read, i);
      }
      output = stage.forward(read.get(i), batch.size(), dropout);
    }
    if (last().layout() == Layout.ROWS) {
      return output;
    }
    output.transposeInto(classes);
    return classes;
  }

  /** What is done with a stage once the gradient of its weighted sums is known. */
  @FunctionalInterface
  interface Visit {
    void of(Stage stage, Matrix input, Matrix delta);
  }

  /**
   * Goes back through the batch of the last {@link #forward}, as often as one likes.
   *
   * @param delta gradient with respect to the classes' outputs, a row per sample; used up
   */
  void backward(Matrix delta, int samples, Visit visit) {
    int top = stages.size() - 1;
    convert(Layout.ROWS, delta, last().layout(), producedDeltas, top);
    for (int i = top; i >= 0; i--) {
      Matrix inputDelta = i == 0 ? null : readDeltas.get(i);
      stages.get(i).backward(producedDeltas.get(i), inputDelta, samples);
      visit.of(stages.get(i), read.get(i), producedDeltas.get(i));
      if (i > 0) {
        Layout below = stages.get(i - 1).layout();
        convert(stages.get(i).layout(), inputDelta, below, producedDeltas, i - 1);
      }
    }
  }

  /** Adds what the stages know of squared gradients to the gradients. */
  void learnSquares(int samples) {
    for (int i = 0; i < stages.size(); i++) {
      stages.get(i).learnSquares(read.get(i), samples);
    }
  }

  /** Goes forward and tells what the stages read. */
  void read(Batch batch, InputListener listener) {
    forward(batch, Dropout.NONE);
    for (int i = 0; i < stages.size(); i++) {
      Matrix inputs = rows(stages.get(i).layout(), read.get(i));
      stages.get(i).readBy().ifPresent(name -> listener.reads(name, inputs, batch.size()));
    }
  }

  private static Matrix rows(Layout layout, Matrix values) {
    if (layout == Layout.ROWS) {
      return values;
    }
    int samples = values.columns();
    Matrix rows = Layout.ROWS.matrix(samples, values.rows());
    values.transposeInto(rows);
    return rows;
  }

  private Stage last() {
    return stages.get(stages.size() - 1);
  }

  /** Puts the same values in another layout into a list; the same matrix if the layout is one. */
  private static void convert(
      Layout have, Matrix values, Layout want, List<Matrix> list, int index) {
    if (have == want) {
      list.set(index, values);
    } else {
      values.transposeInto(list.get(index));
    }
  }

  /** Room for a batch and its padding, no more: all lanes are computed. */
  private void reserve(int samples) {
    if (Matrix.padded(samples, Matrix.COLUMN_TILE) == capacity) {
      return;
    }
    capacity = Matrix.padded(samples, Matrix.COLUMN_TILE);
    classes = Layout.ROWS.matrix(capacity, last().units());
    read.clear();
    readDeltas.clear();
    producedDeltas.clear();
    int width = inputs.chosen().length;
    for (int i = 0; i < stages.size(); i++) {
      Stage stage = stages.get(i);
      stage.reserve(capacity);
      read.add(i == 0 ? inputs.reserve(capacity) : stage.layout().matrix(capacity, width));
      readDeltas.add(i == 0 ? null : stage.layout().matrix(capacity, width));
      producedDeltas.add(stage.layout().matrix(capacity, stage.units()));
      width = stage.units();
    }
  }
}
