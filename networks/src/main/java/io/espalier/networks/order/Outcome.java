package io.espalier.networks.order;

import io.espalier.events.Quality;
import io.espalier.events.Snapshot;
import io.espalier.events.TrainingEvent.FailureReason;
import io.espalier.plan.ArtifactRef;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** How a training ended. */
public sealed interface Outcome {

  /** Calls the function for this variant; a new variant makes every call site incomplete. */
  default <R> R match(
      Function<Finished, R> finished,
      Function<Failed, R> failed,
      Function<Abandoned, R> abandoned) {
    if (this instanceof Finished o) {
      return finished.apply(o);
    }
    if (this instanceof Failed o) {
      return failed.apply(o);
    }
    return abandoned.apply((Abandoned) this);
  }

  /**
   * The training came to its end and the weights are stored.
   *
   * @param mask the weights that were held or learned; absent if all are there
   * @param epochs that were trained
   * @param trainingLoss mean loss of the last epoch
   * @param seconds wall time
   * @param snapshots the weights on the way that later steps need, by rising epoch
   */
  record Finished(
      ArtifactRef checkpoint,
      Optional<ArtifactRef> mask,
      int epochs,
      double trainingLoss,
      Quality quality,
      double seconds,
      List<Snapshot> snapshots)
      implements Outcome {}

  /** There is no usable network. */
  record Failed(FailureReason reason, String detail) implements Outcome {}

  /** The watcher or an interrupt ended it early. */
  record Abandoned() implements Outcome {}
}
