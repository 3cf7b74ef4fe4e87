package io.espalier.networks.dl4j;

import io.espalier.networks.engine.Dropout;
import io.espalier.plan.Architecture.CellNetwork;
import io.espalier.plan.ImageShape;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Images, labels and the factors of dropout for a number of samples, allocated once. */
final class CellBatch implements AutoCloseable {
  private final Minibatch samples;
  private final INDArray images;
  private final INDArray factors;
  private final float[] factorRows;

  CellBatch(int size, CellNetwork architecture) {
    ImageShape input = architecture.input();
    this.samples = new Minibatch(size, input.values(), architecture.classes());
    this.images =
        samples.inputs().reshape('c', size, input.channels(), input.height(), input.width());
    this.factorRows = new float[Math.multiplyExact(size, architecture.channels())];
    this.factors = Nd4j.createUninitialized(DataType.FLOAT, size, architecture.channels());
  }

  /** What the network reads beside the dropout. */
  Minibatch samples() {
    return samples;
  }

  /** Draws anew which values are dropped. */
  void drop(Dropout dropout) {
    float kept = (float) (1 / (1 - dropout.share()));
    if (dropout.share() == 0) {
      Arrays.fill(factorRows, 1);
    } else {
      SplittableRandom random = new SplittableRandom(dropout.seed());
      for (int i = 0; i < factorRows.length; i++) {
        factorRows[i] = random.nextDouble() < dropout.share() ? 0 : kept;
      }
    }
    factors.data().asNioFloat().put(factorRows);
  }

  INDArray[] inputs() {
    return new INDArray[] {images, factors};
  }

  @Override
  public void close() {
    samples.close();
    factors.close();
  }
}
