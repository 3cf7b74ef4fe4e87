package io.espalier.networks.dl4j;

import io.espalier.plan.TrainingOptions;
import java.util.Optional;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.blas.Level1;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Stochastic gradient descent on DL4J's flat vectors of parameters and gradients.
 *
 * <p>DL4J's own {@code fit} is not used: its momentum is Nesterov's only, and its solver costs a
 * third of the speed. A mask is applied to the gradient before momentum sees it; the masked
 * parameters, zero to begin with, then receive exact zeros only.
 */
final class GradientDescent implements AutoCloseable {
  private final MultiLayerNetwork network;
  private final TrainingOptions options;
  private final Level1 blas = Nd4j.getBlasWrapper().level1();
  private final Optional<INDArray> factors;
  private final Optional<INDArray> velocity;

  /**
   * @param factors one per parameter, 0 or 1; also applied to the parameters at once
   */
  GradientDescent(MultiLayerNetwork network, TrainingOptions options, Optional<float[]> factors) {
    this.network = network;
    this.options = options;
    INDArray parameters = network.params();
    this.factors = factors.map(Nd4j::createFromArray);
    this.factors.ifPresent(f -> parameters.muli(f.reshape(parameters.shape())));
    this.velocity =
        options.momentum() == 0
            ? Optional.empty()
            : Optional.of(Nd4j.zeros(parameters.dataType(), parameters.length()));
  }

  /** One update; returns the batch's mean loss before it. */
  double update(Minibatch batch) {
    network.setInput(batch.inputs());
    network.setLabels(batch.labels());
    network.computeGradientAndScore();
    INDArray gradientSum = network.getFlattenedGradients();
    factors.ifPresent(f -> gradientSum.muli(f.reshape(gradientSum.shape())));
    long count = gradientSum.length();
    double perSample = 1.0 / batch.size();
    if (velocity.isPresent()) {
      INDArray mean = velocity.get();
      mean.muli(options.momentum());
      blas.axpy(count, perSample, gradientSum, mean);
      blas.axpy(count, -options.learningRate(), mean, network.params());
    } else {
      blas.axpy(count, -options.learningRate() * perSample, gradientSum, network.params());
    }
    return network.score();
  }

  @Override
  public void close() {
    factors.ifPresent(INDArray::close);
    velocity.ifPresent(INDArray::close);
  }
}
