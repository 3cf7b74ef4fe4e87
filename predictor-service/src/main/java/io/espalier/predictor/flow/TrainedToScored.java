package io.espalier.predictor.flow;

import io.espalier.envelope.Decoded;
import io.espalier.events.TrainingEvent.Trained;
import io.espalier.predictor.scoring.Scores;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * trained -> scored: judges what was predicted by what came out, and learns from it.
 *
 * <p>An observation is told before the model takes it in; after a crash in between it is learnt
 * from the topic, with the same ordinal.
 */
@ApplicationScoped
class TrainedToScored {
  private final Scores scores;
  private final Publisher publisher;

  TrainedToScored(Scores scores, Publisher publisher) {
    this.scores = scores;
    this.publisher = publisher;
  }

  /** Learns from a training; other events are ignored. */
  void accept(Decoded.Received received) {
    if (received.event() instanceof Trained trained) {
      scores
          .observe(trained)
          .ifPresent(
              observed -> {
                publisher.tell(observed, received.asCause(), received.envelope().trace());
                scores.evolve(observed);
              });
    }
  }
}
