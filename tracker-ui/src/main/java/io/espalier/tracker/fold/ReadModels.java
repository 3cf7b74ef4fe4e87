package io.espalier.tracker.fold;

import io.espalier.tracker.campaigns.Campaign;
import io.espalier.tracker.trials.Epoch;
import io.espalier.tracker.trials.PruningStep;
import io.espalier.tracker.trials.Score;
import io.espalier.tracker.trials.TrialRows;
import io.espalier.tracker.workers.Slot;
import io.espalier.tracker.workers.Worker;
import java.time.Instant;
import java.util.Collection;
import java.util.function.Consumer;

/** The rows of the read models; each is made when it is first asked for. */
public interface ReadModels {
  /** The campaign's row. */
  Campaign campaign(String id);

  /** The trial's rows. */
  TrialRows trial(String id, String campaign);

  /**
   * Visits the trials of a campaign that are known so far. They are written at once and not kept,
   * so that a campaign of any size fits.
   */
  void visitTrials(String campaign, Consumer<TrialRows> visitor);

  /** The row of a training's score. */
  Score score(String training, String trial);

  /** The worker's row. */
  Worker worker(String id, Instant time);

  /** The slot's row. */
  Slot slot(Slot.Key key, Instant time);

  /** The slots of a worker that are known so far. */
  Collection<Slot> slotsOf(String worker);

  /** Keeps an epoch; it is told once. */
  void add(Epoch epoch);

  /** Keeps a pruning step; it is told once. */
  void add(PruningStep step);
}
