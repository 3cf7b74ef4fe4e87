package io.espalier.predictor.flow;

import io.espalier.envelope.Decoded;
import io.espalier.events.ProposalEvent.CandidateProposed;
import io.espalier.plan.StepRef;
import io.espalier.predictor.proposing.Campaigns;
import io.espalier.predictor.proposing.NextProposal;
import io.espalier.predictor.proposing.Origin;
import io.espalier.predictor.scoring.Scores;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;

/**
 * campaigns, trained -> scored, architecture-proposed.
 *
 * <p>For each trial its dense training is predicted, then the candidate is proposed; {@link
 * TrainedToScored} predicts the trainings of its branches once they come next. The cause of both is
 * the decision that asked for the trial: the launch, or its retry; that a training's end made room
 * in the window decides only when, not whether, and is no cause.
 */
@ApplicationScoped
class LaunchedToProposed {
  private final Campaigns campaigns;
  private final Scores scores;
  private final Publisher publisher;

  LaunchedToProposed(Campaigns campaigns, Scores scores, Publisher publisher) {
    this.campaigns = campaigns;
    this.scores = scores;
    this.publisher = publisher;
  }

  /** Goes on with what was under way when the service ended. */
  void resume(@Observes StartupEvent start) {
    synchronized (campaigns) {
      campaigns.ids().forEach(this::propose);
    }
  }

  /** Takes a decision or a training's end in, and proposes what has become possible. */
  void accept(Decoded.Received received) {
    synchronized (campaigns) {
      campaigns.evolve(received);
      propose(received.event().campaign());
    }
  }

  private void propose(String campaign) {
    Optional<NextProposal> next = campaigns.next(campaign);
    while (next.isPresent()) {
      tell(next.get());
      campaigns.evolve(next.get().event());
      next = campaigns.next(campaign);
    }
  }

  private void tell(NextProposal next) {
    Origin origin = next.origin();
    if (next.event() instanceof CandidateProposed candidate) {
      scores
          .predict(candidate.plan(), StepRef.BASE)
          .ifPresent(
              predicted -> {
                publisher.tell(predicted, origin.cause(), origin.trace());
                scores.evolve(predicted);
              });
    }
    publisher.tell(next.event(), origin.cause(), origin.trace());
  }
}
