package io.espalier.networks.dl4j;

import io.espalier.plan.Architecture.FeedForward;
import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Builds DL4J's network for an architecture: dense layers with ReLU, softmax at the end. */
final class FeedForwardFactory {
  private FeedForwardFactory() {}

  /**
   * @param parameters flat, as {@link Parameters} says
   */
  static MultiLayerNetwork build(FeedForward architecture, float[] parameters) {
    List<Integer> widths = architecture.widths();
    int last = widths.size() - 2;
    NeuralNetConfiguration.ListBuilder layers =
        new NeuralNetConfiguration.Builder().dataType(DataType.FLOAT).updater(new NoOp()).list();
    for (int layer = 0; layer < last; layer++) {
      layers.layer(
          new DenseLayer.Builder()
              .nIn(widths.get(layer))
              .nOut(widths.get(layer + 1))
              .activation(Activation.RELU)
              .build());
    }
    layers.layer(
        new OutputLayer.Builder(LossFunction.MCXENT)
            .nIn(widths.get(last))
            .nOut(widths.get(last + 1))
            .activation(Activation.SOFTMAX)
            .build());
    MultiLayerNetwork network = new MultiLayerNetwork(layers.build());
    INDArray flat = Nd4j.createFromArray(parameters);
    network.init(flat, false);
    return network;
  }
}
