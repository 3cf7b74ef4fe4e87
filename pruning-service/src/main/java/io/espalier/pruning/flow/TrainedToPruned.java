package io.espalier.pruning.flow;

import io.espalier.envelope.Decoded;
import io.espalier.events.PruningEvent;
import io.espalier.events.TrainingEvent.Trained;
import io.espalier.pruning.schedule.FollowUp;
import io.espalier.pruning.schedule.Schedule;
import io.espalier.pruning.schedule.Told;
import io.espalier.pruning.step.PruningStep;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * trained -> pruned: computes the masks that a trained network gives rise to.
 *
 * <p>One record may tell several events, one per branch: also the end of one and the first step of
 * those that take up its structure. Each is acknowledged by the broker before the next is computed,
 * and all of them before the record's offset is committed; a record that comes again tells only
 * what is missing.
 */
@ApplicationScoped
class TrainedToPruned {
  private final Told told;
  private final PruningStep pruningStep;
  private final Publisher publisher;

  TrainedToPruned(Told told, PruningStep pruningStep, Publisher publisher) {
    this.told = told;
    this.pruningStep = pruningStep;
    this.publisher = publisher;
  }

  /** Tells what follows from a training; other events are ignored. */
  void accept(Decoded.Received received) {
    if (received.event() instanceof Trained trained) {
      Schedule.after(trained).forEach(followUp -> tellOnce(trained, followUp, received));
      if (told.isLast(trained)) {
        Schedule.afterEnd(trained).forEach(followUp -> tellOnce(trained, followUp, received));
      }
    }
  }

  private void tellOnce(Trained trained, FollowUp followUp, Decoded.Received received) {
    if (!told.contains(trained, followUp)) {
      PruningEvent event = pruningStep.run(trained, followUp);
      publisher.tell(event, received.asCause(), received.envelope().trace());
      told.evolve(event);
    }
  }
}
