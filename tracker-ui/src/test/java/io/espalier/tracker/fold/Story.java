package io.espalier.tracker.fold;

import io.espalier.campaign.CampaignSpec;
import io.espalier.events.CampaignEvent.CampaignLaunched;
import io.espalier.events.EpochEvent.EpochFinished;
import io.espalier.events.Event;
import io.espalier.events.LayerPruning;
import io.espalier.events.ProposalEvent.CandidateProposed;
import io.espalier.events.Provenance;
import io.espalier.events.PruningEvent;
import io.espalier.events.PruningEvent.Pruned;
import io.espalier.events.PruningEvent.PruningFailed;
import io.espalier.events.PruningEvent.ScheduleFinished;
import io.espalier.events.Quality;
import io.espalier.events.ScoringEvent.Observed;
import io.espalier.events.ScoringEvent.Predicted;
import io.espalier.events.StructureChange;
import io.espalier.events.TrainingEvent;
import io.espalier.events.TrainingEvent.Trained;
import io.espalier.events.TrainingEvent.TrainingCancelled;
import io.espalier.events.TrainingEvent.TrainingFailed;
import io.espalier.events.WorkerEvent.WorkerBusy;
import io.espalier.events.WorkerEvent.WorkerIdle;
import io.espalier.events.WorkerEvent.WorkerJoined;
import io.espalier.events.WorkerEvent.WorkerLeft;
import io.espalier.plan.Architecture;
import io.espalier.plan.ArtifactRef;
import io.espalier.plan.BranchPlan;
import io.espalier.plan.PruningMethod.Control;
import io.espalier.plan.PruningMethod.Criterion;
import io.espalier.plan.StepRef;
import io.espalier.plan.TrainingOptions;
import io.espalier.plan.TrialPlan;
import io.espalier.structure.prior.DrawnNetworks;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The events of a small campaign, as the services would tell them. */
public final class Story {
  /** The campaign's id. */
  public static final String CAMPAIGN = "small-abcde";

  /** A branch of two steps. */
  public static final String BLINDED = "magnitude-class-blinded-50-80";

  /** The control. */
  public static final String CONTROL = "dense-control";

  private static final Provenance BY =
      new Provenance("w1", "0.1.0", "cpu", 1, "Linux x86_64, Java 17");
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private Story() {}

  /** An event and when it was told. */
  public record Told(Event event, Instant time) {}

  /** Puts events at one second after the other. */
  public static List<Told> told(List<Event> events) {
    return IntStream.range(0, events.size())
        .mapToObj(i -> new Told(events.get(i), START.plusSeconds(i)))
        .toList();
  }

  /** Two trials, each with a control and a branch of two steps. */
  public static CampaignSpec spec() {
    return new CampaignSpec(
        "small",
        "",
        "mnist",
        List.of(new Architecture.FeedForward(List.of(784, 10, 10))),
        List.of(),
        List.of(1L, 2L),
        TrainingOptions.sgd(0.01, 0, 64, 3),
        List.of(
            new BranchPlan(CONTROL, Control.DENSE_CONTROL, List.of(0.0), 2),
            new BranchPlan(BLINDED, Criterion.MAGNITUDE_CLASS_BLINDED, List.of(0.5, 0.8), 2)));
  }

  /** The launch. */
  public static CampaignLaunched launched() {
    return new CampaignLaunched(CAMPAIGN, spec());
  }

  /** The plan of the n-th trial, from 1. */
  public static TrialPlan plan(int n) {
    return DrawnNetworks.plans(spec(), CAMPAIGN).get(n - 1);
  }

  /** The dense network is work for any worker. */
  public static CandidateProposed proposed(TrialPlan plan) {
    return new CandidateProposed(plan);
  }

  /** What is expected. */
  public static Predicted predicted(TrialPlan plan, StepRef at) {
    return new Predicted(plan, at, "mean/1", 0.9, 0);
  }

  /** How right that was. */
  public static Observed observed(TrialPlan plan, StepRef at) {
    return new Observed(plan, at, "mean/1", 0.9, 0.95, 0.05, 1, 0.05, Optional.empty());
  }

  /** A worker appears. */
  public static WorkerJoined joined(String worker) {
    return new WorkerJoined(worker, 1, 2, "cpu", "Linux x86_64, Java 17", "0.1.0");
  }

  /** A worker begins. */
  public static WorkerBusy busy(String worker, long sequence, TrialPlan plan, StepRef at) {
    return new WorkerBusy(worker, sequence, 0, plan.campaign(), plan.trial(), plan.attempt(), at);
  }

  /** A worker waits. */
  public static WorkerIdle idle(String worker, long sequence) {
    return new WorkerIdle(worker, sequence, 0);
  }

  /** A worker leaves. */
  public static WorkerLeft left(String worker, long sequence) {
    return new WorkerLeft(worker, sequence, "asked to");
  }

  /** An epoch of so many; in the dense network's training one weight goes and none comes. */
  public static EpochFinished epoch(TrialPlan plan, StepRef at, int epoch, int epochs) {
    return new EpochFinished(
        plan.campaign(),
        plan.trial(),
        plan.attempt(),
        at,
        epoch,
        epochs,
        1.0 / epoch,
        1.1 / epoch,
        0.9 + 0.01 * epoch,
        0.01,
        5000,
        "w1",
        at.equals(StepRef.BASE)
            ? Optional.of(new StructureChange(1, 0, 1000 - epoch, 1000))
            : Optional.empty());
  }

  /** A training's good end. */
  public static Trained trained(TrialPlan plan, StepRef at) {
    return trained(plan, at, 3);
  }

  /** A training's good end after so many epochs. */
  public static Trained trained(TrialPlan plan, StepRef at, int epochs) {
    double accuracy = 0.95 + 0.001 * plan.seed();
    return new Trained(
        plan, at, file('a'), Optional.empty(), epochs, 0.1, quality(accuracy), 12, BY, List.of());
  }

  /** A training's bad end. */
  public static TrainingFailed failed(TrialPlan plan, StepRef at) {
    return new TrainingFailed(plan, at, TrainingEvent.FailureReason.DIVERGED, "loss is NaN", BY);
  }

  /** A training given up. */
  public static TrainingCancelled cancelled(TrialPlan plan, StepRef at) {
    return new TrainingCancelled(plan, at, "the campaign was stopped", BY);
  }

  /** A mask to retrain with. */
  public static Pruned pruned(TrialPlan plan, StepRef at) {
    BranchPlan branch = plan.branch(at.branch()).orElseThrow();
    double target = branch.sparsities().get(at.step() - 1);
    long kept = Math.round(1000 * (1 - target));
    return new Pruned(
        plan,
        at,
        branch.method(),
        target,
        List.of(new LayerPruning("layer0.weight", kept, 1000, Optional.of(0.25))),
        kept,
        1000,
        file('b'),
        file('c'),
        quality(0.95),
        quality(0.7),
        branch.retrainEpochs(),
        0.5,
        BY,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** A pruning that was impossible. */
  public static PruningFailed pruningFailed(TrialPlan plan, StepRef at) {
    return new PruningFailed(
        plan, at, PruningEvent.FailureReason.AMOUNT_IMPOSSIBLE, "cuts nothing");
  }

  /** A branch's end. */
  public static ScheduleFinished finished(TrialPlan plan, StepRef at) {
    return new ScheduleFinished(plan, at, quality(0.94));
  }

  private static Quality quality(double accuracy) {
    return new Quality(accuracy, 0.2, accuracy, 0.2);
  }

  private static ArtifactRef file(char digit) {
    return new ArtifactRef(String.valueOf(digit).repeat(64), 100);
  }
}
