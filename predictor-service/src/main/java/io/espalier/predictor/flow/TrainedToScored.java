package io.espalier.predictor.flow;

import io.espalier.envelope.Decoded;
import io.espalier.events.ScoringEvent;
import io.espalier.events.TrainingEvent.Trained;
import io.espalier.plan.StepRef;
import io.espalier.predictor.scoring.Scores;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * trained -> scored: judges what was predicted by what came out, learns from it, and predicts the
 * trainings that follow in the trial.
 *
 * <p>A training is predicted when it comes next and not earlier, so that the model has learnt from
 * all that is known by then; the result that makes it come next is the cause of its prediction.
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

  /** Learns from a training and predicts the next ones; other events are ignored. */
  void accept(Decoded.Received received) {
    if (received.event() instanceof Trained trained) {
      scores.observe(trained).ifPresent(observed -> tell(observed, received));
      for (StepRef next : trained.plan().following(trained.at())) {
        scores.predict(trained.plan(), next).ifPresent(predicted -> tell(predicted, received));
      }
    }
  }

  private void tell(ScoringEvent scored, Decoded.Received because) {
    publisher.tell(scored, because.asCause(), because.envelope().trace());
    scores.evolve(scored);
  }
}
