package io.espalier.events;

import io.espalier.plan.Require;
import io.espalier.plan.StepRef;
import io.espalier.plan.TrialPlan;
import java.util.function.Function;

/** What may arrive on {@code architecture-proposed}. */
public sealed interface ProposalEvent extends Event {

  /** Calls the function for this variant; a new variant makes every call site incomplete. */
  default <R> R match(
      Function<CandidateProposed, R> proposed,
      Function<CandidateSkipped, R> skipped,
      Function<ProposingFinished, R> finished) {
    if (this instanceof CandidateProposed e) {
      return proposed.apply(e);
    }
    if (this instanceof CandidateSkipped e) {
      return skipped.apply(e);
    }
    return finished.apply((ProposingFinished) this);
  }

  /** A trial is to be trained, starting with its dense network. */
  @WireName("candidate-proposed.v1")
  record CandidateProposed(TrialPlan plan) implements ProposalEvent, TrialEvent {
    public CandidateProposed {
      Require.present("plan", plan);
    }

    @Override
    public StepRef at() {
      return StepRef.BASE;
    }

    @Override
    public String eventId() {
      return TrialEvent.id(plan, at(), "proposed");
    }
  }

  /**
   * A candidate is not worth training.
   *
   * @param reason why, for people
   * @param predictedAccuracy what the surrogate expects of it, 0..1
   */
  @WireName("candidate-skipped.v1")
  record CandidateSkipped(TrialPlan plan, String reason, double predictedAccuracy)
      implements ProposalEvent, TrialEvent {
    public CandidateSkipped {
      Require.present("plan", plan);
      Require.text("reason", reason);
      Require.within("predictedAccuracy", predictedAccuracy, 0, 1);
    }

    @Override
    public StepRef at() {
      return StepRef.BASE;
    }

    @Override
    public String eventId() {
      return TrialEvent.id(plan, at(), "skipped");
    }
  }

  /** No further candidates will come for this campaign. */
  @WireName("proposing-finished.v1")
  record ProposingFinished(String campaign, int proposed, int skipped) implements ProposalEvent {
    public ProposingFinished {
      Require.text("campaign", campaign);
      Require.atLeast("proposed", proposed, 0);
      Require.atLeast("skipped", skipped, 0);
    }

    @Override
    public String eventId() {
      return campaign + "/proposing-finished";
    }

    @Override
    public String key() {
      return campaign;
    }
  }
}
