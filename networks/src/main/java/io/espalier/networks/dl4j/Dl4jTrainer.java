package io.espalier.networks.dl4j;

import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.networks.training.NetworkTrainer;
import io.espalier.networks.training.TrainableNetwork;
import io.espalier.plan.Architecture;
import io.espalier.plan.Architecture.FeedForward;

/**
 * Trains with Deeplearning4j, on the CPU or, if built with the profile {@code cuda}, on the first
 * GPU (untested). Cheap until the first network is built.
 *
 * <p>Run with {@code OMP_NUM_THREADS=1} and {@code OPENBLAS_NUM_THREADS=1} in the environment: one
 * training is to use one core, and more threads would change the order of sums.
 */
public final class Dl4jTrainer implements NetworkTrainer {
  private static final String CUDA_BACKEND = "org/nd4j/linalg/jcublas/JCublasBackend.class";

  @Override
  public TrainableNetwork from(Architecture architecture, Checkpoint checkpoint) {
    checkpoint.requireFits(architecture);
    return new Dl4jNetwork((FeedForward) architecture, checkpoint);
  }

  @Override
  public String device() {
    ClassLoader loader = Dl4jTrainer.class.getClassLoader();
    return loader.getResource(CUDA_BACKEND) == null ? "cpu" : "cuda:0";
  }
}
