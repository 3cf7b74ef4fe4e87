package io.espalier.networks.training;

import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.artifacts.mask.Mask;
import io.espalier.datasets.Dataset;
import io.espalier.events.Quality;
import java.util.Optional;

/**
 * A network under training. Belongs to one thread at a time; any number of networks may be trained
 * at once, each on its own thread, without disturbing each other. Close it on the thread that used
 * it.
 */
public interface TrainableNetwork extends AutoCloseable {

  /**
   * Trains on softmax cross-entropy by the run's options; what an optimizer remembers starts at
   * zero. Under a mask, pruned weights are set to zero first and stay exactly zero: neither their
   * gradient nor momentum reaches them. The last batch of an epoch may be smaller. Same weights,
   * dataset and run on the same machine type give the same bits.
   *
   * <p>An interrupt of the thread ends the training as cancelled within one batch and stays set.
   *
   * @param listener hears of each epoch and may cancel
   * @throws UnbuildableNetwork if network and dataset do not fit, or an option is not supported
   * @throws IllegalArgumentException if the mask does not fit the network
   */
  TrainingOutcome train(Dataset dataset, TrainingRun run, EpochListener listener);

  /**
   * Loss and accuracy on validation and test samples.
   *
   * @throws UnbuildableNetwork if network and dataset do not fit
   * @throws IllegalStateException if the network's output is not finite
   */
  Quality evaluate(Dataset dataset);

  /** A copy of the present weights. */
  Checkpoint checkpoint();

  /** The weights that the last training held or learned; absent if it had all of them. */
  Optional<Mask> mask();

  @Override
  void close();
}
