package io.espalier.plan;

/**
 * Options of stochastic gradient descent on softmax cross-entropy.
 *
 * @param learningRate step size, greater than 0 and at most 10
 * @param momentum 0 (plain SGD) up to, not including, 1
 * @param batchSize samples per update
 * @param epochs passes over the training samples for the dense network (step 0)
 */
public record TrainingOptions(double learningRate, double momentum, int batchSize, int epochs) {
  public TrainingOptions {
    Require.within("training.learningRate", learningRate, Double.MIN_NORMAL, 10);
    Require.within("training.momentum", momentum, 0, Math.nextDown(1.0));
    Require.atLeast("training.batchSize", batchSize, 1);
    Require.atLeast("training.epochs", epochs, 1);
  }
}
