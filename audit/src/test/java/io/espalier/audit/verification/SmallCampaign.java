package io.espalier.audit.verification;

import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.artifacts.checkpoint.InitialWeights;
import io.espalier.artifacts.mask.LayerMask;
import io.espalier.artifacts.mask.Mask;
import io.espalier.artifacts.store.ArtifactStore;
import io.espalier.campaign.CampaignSpec;
import io.espalier.envelope.Cause;
import io.espalier.envelope.Decoded;
import io.espalier.envelope.Envelope;
import io.espalier.envelope.EventCodec;
import io.espalier.envelope.Position;
import io.espalier.envelope.TraceParent;
import io.espalier.envelope.WireRecord;
import io.espalier.events.CampaignEvent.CampaignLaunched;
import io.espalier.events.EpochEvent.EpochFinished;
import io.espalier.events.Event;
import io.espalier.events.LayerPruning;
import io.espalier.events.ProposalEvent.CandidateProposed;
import io.espalier.events.ProposalEvent.ProposingFinished;
import io.espalier.events.Provenance;
import io.espalier.events.PruningEvent.EndReason;
import io.espalier.events.PruningEvent.Pruned;
import io.espalier.events.PruningEvent.ScheduleFinished;
import io.espalier.events.Quality;
import io.espalier.events.ScoringEvent.Observed;
import io.espalier.events.ScoringEvent.Predicted;
import io.espalier.events.Topic;
import io.espalier.events.TrainingEvent.Trained;
import io.espalier.plan.Architecture;
import io.espalier.plan.ArtifactRef;
import io.espalier.plan.BranchPlan;
import io.espalier.plan.PruningMethod;
import io.espalier.plan.PruningMethod.Criterion;
import io.espalier.plan.PruningOptions;
import io.espalier.plan.StepRef;
import io.espalier.plan.TrainingOptions;
import io.espalier.plan.TrialPlan;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A whole campaign, told as the services tell it, with real files: two trials, each with a branch
 * of two steps and one of one. Weights are drawn, not trained, and accuracies are made up: a
 * verification computes neither.
 */
public final class SmallCampaign {
  static final String ID = "small-aaaaa";
  static final Architecture NETWORK = new Architecture.FeedForward(List.of(12, 8, 3));
  private static final int EPOCHS = 2;
  private static final BranchPlan BLINDED =
      new BranchPlan("blinded", Criterion.MAGNITUDE_CLASS_BLINDED, List.of(0.5, 0.75), EPOCHS);
  private static final BranchPlan HALF =
      new BranchPlan("half", Criterion.MAGNITUDE_CLASS_UNIFORM, List.of(0.5), EPOCHS);
  private static final BranchPlan SCRATCH =
      new BranchPlan(
          "scratch",
          PruningMethod.Control.STRUCTURE_FROM_SCRATCH,
          List.of(0.5),
          EPOCHS,
          Optional.empty(),
          Optional.empty(),
          PruningOptions.DEFAULT,
          Optional.of("blinded"));
  private static final Provenance PROVENANCE = new Provenance("w1", "test", "cpu", 1, "test");

  private final String id;
  private final ArtifactStore store;
  private final CampaignSpec spec;
  private final boolean endsEarly;
  private final List<WireRecord> records = new ArrayList<>();
  private final Random random = new Random(7);
  private Instant now = Instant.parse("2026-01-02T03:04:05Z");

  private SmallCampaign(
      String id, ArtifactStore store, boolean endsEarly, List<BranchPlan> branches) {
    this.id = id;
    this.store = store;
    this.endsEarly = endsEarly;
    this.spec =
        new CampaignSpec(
            "small",
            "",
            "digits-generated",
            List.of(NETWORK),
            List.of(),
            List.of(1L, 2L),
            TrainingOptions.sgd(0.1, 0, 8, EPOCHS),
            branches);
  }

  /** The records of a campaign whose schedules end before their second step, with controls. */
  static List<WireRecord> endedEarly(ArtifactStore store) {
    SmallCampaign campaign = new SmallCampaign(ID, store, true, List.of(BLINDED, SCRATCH));
    campaign.run();
    return campaign.records;
  }

  /** The records in the order in which they were told. */
  static List<WireRecord> told(ArtifactStore store) {
    return told(ID, store);
  }

  /** The records of a campaign with this id, in the order in which they were told. */
  public static List<WireRecord> told(String id, ArtifactStore store) {
    SmallCampaign campaign = new SmallCampaign(id, store, false, List.of(BLINDED, HALF));
    campaign.run();
    return campaign.records;
  }

  /** The records as a log of one partition per topic has them. */
  static List<Decoded> log(List<WireRecord> records) {
    Map<String, Long> ends = new HashMap<>();
    List<Decoded> log = new ArrayList<>();
    for (Topic topic : Topic.values()) {
      for (WireRecord record : records) {
        if (record.topic().equals(topic.topicName())) {
          Position at =
              new Position(record.topic(), 0, ends.merge(record.topic(), 1L, Long::sum) - 1);
          log.add(EventCodec.decode(at, record.key(), record.headers(), record.payload()));
        }
      }
    }
    return log;
  }

  private void run() {
    Cause launched = tell(new CampaignLaunched(id, spec), Optional.empty());
    for (TrialPlan plan : spec.plans(id, (sample, i) -> sample.network())) {
      tell(predicted(plan, StepRef.BASE), Optional.of(launched));
      Cause proposed = tell(new CandidateProposed(plan), Optional.of(launched));
      trial(plan, proposed);
    }
    tell(new ProposingFinished(id, 2, 0), Optional.of(launched));
  }

  /** Trainings end one after the other; what follows from each is told before the next is taken. */
  private void trial(TrialPlan plan, Cause proposed) {
    Deque<Training> ended = new ArrayDeque<>();
    Checkpoint weights = InitialWeights.checkpoint(NETWORK, plan.seed());
    ended.add(train(plan, StepRef.BASE, weights, Optional.empty(), proposed));
    while (!ended.isEmpty()) {
      Training before = ended.remove();
      List<StepRef> next = plan.following(before.event.at());
      next.forEach(at -> tell(predicted(plan, at), Optional.of(before.cause)));
      boolean early = endsEarly && before.event.at().step() == 1 && !next.isEmpty();
      if (early || next.isEmpty()) {
        Quality quality = before.event.quality();
        EndReason reason = early ? EndReason.LAYER_WOULD_BE_EMPTY : EndReason.PLANNED;
        tell(
            new ScheduleFinished(plan, before.event.at(), quality, reason, Optional.empty()),
            Optional.of(before.cause));
      }
      List<Step> steps =
          (early ? plan.after(before.event.at().branch()) : next)
              .stream().map(at -> prune(plan, at, before)).toList();
      steps.forEach(step -> ended.add(retrain(plan, step)));
    }
  }

  /** A training that was told. */
  private record Training(Trained event, Cause cause) {}

  /** A pruning step that was told. */
  private record Step(StepRef at, Checkpoint weights, ArtifactRef mask, Cause cause) {}

  private Step prune(TrialPlan plan, StepRef at, Training before) {
    BranchPlan branch = plan.branch(at.branch()).orElseThrow();
    double sparsity = branch.sparsities().get(at.step() - 1);
    Checkpoint weights = Checkpoint.fromBytes(store.read(before.event.checkpoint()));
    Mask mask = smallestCut(weights, sparsity);
    ArtifactRef stored = store.put(mask.toBytes());
    Pruned pruned =
        new Pruned(
            plan,
            at,
            branch.method(),
            sparsity,
            mask.layers().stream()
                .map(l -> new LayerPruning(l.layer(), l.kept(), l.total(), Optional.of(0.1)))
                .toList(),
            mask.kept(),
            mask.total(),
            before.event.checkpoint(),
            stored,
            before.event.quality(),
            quality(),
            EPOCHS,
            0.5,
            PROVENANCE,
            before.event.mask(),
            Optional.empty(),
            Optional.empty());
    return new Step(at, mask.applyTo(weights), stored, tell(pruned, Optional.of(before.cause)));
  }

  private Training retrain(TrialPlan plan, Step step) {
    return train(plan, step.at, step.weights, Optional.of(step.mask), step.cause);
  }

  private Training train(
      TrialPlan plan, StepRef at, Checkpoint weights, Optional<ArtifactRef> mask, Cause cause) {
    for (int epoch = 1; epoch <= EPOCHS; epoch++) {
      tell(
          new EpochFinished(
              id,
              plan.trial(),
              1,
              at,
              epoch,
              EPOCHS,
              0.5,
              0.5,
              0.8,
              0.1,
              100,
              "w1",
              Optional.empty()),
          Optional.of(cause));
    }
    Trained trained =
        new Trained(
            plan,
            at,
            store.put(weights.toBytes(NETWORK)),
            mask,
            EPOCHS,
            0.5,
            quality(),
            1.5,
            PROVENANCE,
            List.of());
    Cause told = tell(trained, Optional.of(cause));
    double truth = trained.quality().testAccuracy();
    tell(
        new Observed(plan, at, "ridge", 0.75, truth, truth - 0.75, 1, 0.1, Optional.empty()),
        Optional.of(told));
    return new Training(trained, told);
  }

  /** The weights of least magnitude go, whatever was there before, so that masks only shrink. */
  private static Mask smallestCut(Checkpoint weights, double sparsity) {
    List<LayerMask> layers = new ArrayList<>();
    for (LayerMask layer : Mask.ones(NETWORK).layers()) {
      float[] values = weights.tensor(layer.layer()).values();
      BitSet kept = layer.bits();
      IntStream.range(0, values.length)
          .boxed()
          .sorted(Comparator.comparingDouble(i -> Math.abs(values[i])))
          .limit(Math.round(sparsity * values.length))
          .forEach(kept::clear);
      layers.add(layer.keeping(kept));
    }
    return new Mask(layers);
  }

  private static Predicted predicted(TrialPlan plan, StepRef at) {
    return new Predicted(plan, at, "ridge", 0.75, 0);
  }

  private Quality quality() {
    return new Quality(random.nextDouble(), 0.3, random.nextDouble(), 0.3);
  }

  private Cause tell(Event event, Optional<Cause> cause) {
    now = now.plusMillis(100);
    WireRecord record =
        EventCodec.encode(
            new Envelope<>(event, source(event), now, cause, TraceParent.root(random)));
    records.add(record);
    return new Cause(event.eventId(), record.hash());
  }

  private static String source(Event event) {
    return switch (Topic.of(event)) {
      case CAMPAIGNS -> "tracker-ui";
      case ARCHITECTURE_PROPOSED, SCORED -> "predictor-service";
      case TRAINED, EPOCHS, WORKERS -> "trainer-service";
      case PRUNED -> "pruning-service";
    };
  }
}
