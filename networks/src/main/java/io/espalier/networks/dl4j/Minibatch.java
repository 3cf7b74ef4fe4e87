package io.espalier.networks.dl4j;

import io.espalier.datasets.VectorSamples;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Inputs [samples, inputs] and one-hot labels [samples, classes], allocated once and refilled. */
final class Minibatch implements AutoCloseable {
  private final int size;
  private final int classes;
  private final float[] inputRows;
  private final float[] labelRows;
  private final INDArray inputs;
  private final INDArray labels;

  Minibatch(int size, int inputs, int classes) {
    this.size = size;
    this.classes = classes;
    this.inputRows = new float[Math.multiplyExact(size, inputs)];
    this.labelRows = new float[size * classes];
    this.inputs = Nd4j.createUninitialized(DataType.FLOAT, size, inputs);
    this.labels = Nd4j.createUninitialized(DataType.FLOAT, size, classes);
  }

  /** Takes the samples {@code order[from .. from + size())}. */
  void fill(VectorSamples samples, int[] order, int from) {
    fill(samples, row -> order[from + row]);
  }

  /**
   * Takes one sample per row.
   *
   * @param sampleOfRow index of a row's sample
   */
  void fill(VectorSamples samples, IntUnaryOperator sampleOfRow) {
    Arrays.fill(labelRows, 0);
    for (int row = 0; row < size; row++) {
      int sample = sampleOfRow.applyAsInt(row);
      samples.copyInto(sample, inputRows, row * samples.inputs());
      labelRows[row * classes + samples.label(sample)] = 1;
    }
    inputs.data().asNioFloat().put(inputRows);
    labels.data().asNioFloat().put(labelRows);
  }

  int size() {
    return size;
  }

  INDArray inputs() {
    return inputs;
  }

  INDArray labels() {
    return labels;
  }

  @Override
  public void close() {
    inputs.close();
    labels.close();
  }
}
