package io.espalier.audit.verification;

import io.espalier.events.CampaignEvent;
import io.espalier.events.CampaignEvent.CampaignLaunched;
import io.espalier.events.CampaignEvent.TrialRetried;
import io.espalier.events.EpochEvent.EpochFinished;
import io.espalier.events.Event;
import io.espalier.events.ProposalEvent.CandidateProposed;
import io.espalier.events.ProposalEvent.ProposingFinished;
import io.espalier.events.PruningEvent.Pruned;
import io.espalier.events.PruningEvent.ScheduleFinished;
import io.espalier.events.ScoringEvent.Observed;
import io.espalier.events.ScoringEvent.Predicted;
import io.espalier.events.TrainingEvent;
import io.espalier.events.TrainingEvent.Trained;
import io.espalier.events.TrialEvent;
import io.espalier.events.WorkerEvent;
import io.espalier.plan.BranchPlan;
import io.espalier.plan.StepRef;
import io.espalier.plan.TrialPlan;
import java.util.Optional;
import java.util.stream.Stream;

/** Which event may be the cause of which. */
final class CauseRules {
  private CauseRules() {}

  /** Whether an event tells what nobody but a person, or a worker about itself, can say. */
  static boolean needsNone(Event event) {
    return event instanceof CampaignEvent || event instanceof WorkerEvent;
  }

  /** Whether {@code cause} can have made {@code effect} happen. */
  static boolean fits(Event effect, Event cause) {
    if (effect instanceof ProposingFinished) {
      return cause instanceof CampaignLaunched && cause.campaign().equals(effect.campaign());
    }
    if (effect instanceof EpochFinished || effect instanceof TrainingEvent) {
      return asksFor(TrainingKey.of(effect).orElseThrow(), cause);
    }
    TrialEvent told = (TrialEvent) effect;
    if (effect instanceof Observed || effect instanceof ScheduleFinished) {
      return cause instanceof Trained trained && keyOf(trained).equals(keyOf(told));
    }
    if (effect instanceof Predicted && !told.at().equals(StepRef.BASE)) {
      return comesNext(told, cause);
    }
    if (effect instanceof CandidateProposed || told.at().equals(StepRef.BASE)) {
      return decides(told.plan(), cause);
    }
    return cause instanceof Trained trained && leadsTo(told, trained);
  }

  /** What the cause of an event has to be, for people. */
  static String expected(Event effect) {
    if (effect instanceof ProposingFinished) {
      return "the launch of its campaign";
    }
    if (effect instanceof EpochFinished || effect instanceof TrainingEvent) {
      return TrainingKey.of(effect).orElseThrow().at().equals(StepRef.BASE)
          ? "the proposal of its trial"
          : "the pruning step that asks for this training";
    }
    if (effect instanceof Observed || effect instanceof ScheduleFinished) {
      return "the end of this training";
    }
    return ((TrialEvent) effect).at().equals(StepRef.BASE)
        ? "the launch of its campaign, or the retry of its trial"
        : "the training that this step follows";
  }

  private static boolean asksFor(TrainingKey training, Event cause) {
    boolean kind =
        training.at().equals(StepRef.BASE)
            ? cause instanceof CandidateProposed
            : cause instanceof Pruned;
    return kind && TrainingKey.of(cause).equals(Optional.of(training));
  }

  private static boolean decides(TrialPlan plan, Event cause) {
    return cause instanceof TrialRetried retried
        ? retried.trial().equals(plan.trial()) && retried.attempt() == plan.attempt()
        : plan.attempt() == 1
            && cause instanceof CampaignLaunched
            && cause.campaign().equals(plan.campaign());
  }

  /** A prediction is told when its training comes next: after a training, or a branch's end. */
  private static boolean comesNext(TrialEvent predicted, Event cause) {
    if (!(cause instanceof Trained || cause instanceof ScheduleFinished)) {
      return false;
    }
    TrialEvent ended = (TrialEvent) cause;
    return sameAttempt(predicted.plan(), ended.plan())
        && Stream.concat(
                ended.plan().following(ended.at()).stream(),
                ended.plan().after(ended.at().branch()).stream())
            .anyMatch(predicted.at()::equals);
  }

  /** The step before in the branch; before the first the dense network, or the branch it is of. */
  private static boolean leadsTo(TrialEvent pruned, Trained trained) {
    if (!sameAttempt(pruned.plan(), trained.plan())) {
      return false;
    }
    StepRef at = pruned.at();
    if (at.step() > 1) {
      return trained.at().equals(new StepRef(at.branch(), at.step() - 1));
    }
    Optional<String> of = pruned.plan().branch(at.branch()).flatMap(BranchPlan::of);
    return of.map(trained.at().branch()::equals).orElse(trained.at().equals(StepRef.BASE));
  }

  private static boolean sameAttempt(TrialPlan a, TrialPlan b) {
    return a.trial().equals(b.trial()) && a.attempt() == b.attempt();
  }

  private static TrainingKey keyOf(TrialEvent told) {
    return TrainingKey.of(told.plan(), told.at());
  }
}
