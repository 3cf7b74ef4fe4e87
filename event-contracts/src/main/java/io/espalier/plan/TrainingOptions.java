package io.espalier.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;

/**
 * Options of training on softmax cross-entropy. Events written before an option existed lack it,
 * which means what is said here of its absence.
 *
 * @param learningRate step size, greater than 0 and at most 10
 * @param momentum 0 (plain SGD) up to, not including, 1; Adam does not look at it
 * @param batchSize samples per update
 * @param epochs passes over the training samples for the dense network (step 0)
 * @param optimizer absent on the wire: SGD
 * @param weightDecay added to the gradient as decay times weight, PyTorch's L2; absent: none
 * @param gradientClip largest L2 norm of the gradient over all parameters; absent: any
 * @param dropout share of hidden units (recurrent: outputs of all layers but the last) dropped in
 *     training, below 1; absent: none
 * @param schedule of the learning rate; absent: it stays
 * @param earlyStopping absent: all epochs are trained
 * @param structureLearning absent: the structure is fixed
 */
public record TrainingOptions(
    double learningRate,
    double momentum,
    int batchSize,
    int epochs,
    @JsonProperty(defaultValue = "sgd") Optimizer optimizer,
    Optional<Double> weightDecay,
    Optional<Double> gradientClip,
    Optional<Double> dropout,
    Optional<LearningRateSchedule> schedule,
    Optional<EarlyStopping> earlyStopping,
    Optional<StructureLearning> structureLearning) {
  public TrainingOptions {
    Require.within("training.learningRate", learningRate, Double.MIN_NORMAL, 10);
    Require.within("training.momentum", momentum, 0, Math.nextDown(1.0));
    Require.atLeast("training.batchSize", batchSize, 1);
    Require.atLeast("training.epochs", epochs, 1);
    optimizer = optimizer == null ? Optimizer.SGD : optimizer;
    Require.present("training.weightDecay", weightDecay)
        .ifPresent(decay -> Require.finiteNonNegative("training.weightDecay", decay));
    Require.present("training.gradientClip", gradientClip)
        .ifPresent(
            norm ->
                Require.within("training.gradientClip", norm, Double.MIN_NORMAL, Double.MAX_VALUE));
    Require.present("training.dropout", dropout)
        .ifPresent(share -> Require.within("training.dropout", share, 0, Math.nextDown(1.0)));
    Require.present("training.schedule", schedule);
    Require.present("training.earlyStopping", earlyStopping);
    Require.present("training.structureLearning", structureLearning);
  }

  /** Gradient descent with nothing added. */
  public static TrainingOptions sgd(
      double learningRate, double momentum, int batchSize, int epochs) {
    return plain(Optimizer.SGD, learningRate, momentum, batchSize, epochs);
  }

  /** Adam with nothing added. */
  public static TrainingOptions adam(double learningRate, int batchSize, int epochs) {
    return plain(Optimizer.ADAM, learningRate, 0, batchSize, epochs);
  }

  private static TrainingOptions plain(
      Optimizer optimizer, double learningRate, double momentum, int batchSize, int epochs) {
    return new TrainingOptions(
        learningRate,
        momentum,
        batchSize,
        epochs,
        optimizer,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
