package io.espalier.samples;

import io.espalier.campaign.CampaignSpec;
import io.espalier.envelope.Cause;
import io.espalier.envelope.Envelope;
import io.espalier.envelope.TraceParent;
import io.espalier.events.CampaignEvent;
import io.espalier.events.EpochEvent;
import io.espalier.events.Event;
import io.espalier.events.LayerPruning;
import io.espalier.events.LayerUnits;
import io.espalier.events.ProposalEvent;
import io.espalier.events.Provenance;
import io.espalier.events.PruningEvent;
import io.espalier.events.PruningReport;
import io.espalier.events.Quality;
import io.espalier.events.SaliencyHistogram;
import io.espalier.events.ScoringEvent;
import io.espalier.events.Shrunk;
import io.espalier.events.Snapshot;
import io.espalier.events.StructureChange;
import io.espalier.events.TrainingEvent;
import io.espalier.events.WorkerEvent;
import io.espalier.plan.Architecture;
import io.espalier.plan.ArtifactRef;
import io.espalier.plan.BranchPlan;
import io.espalier.plan.CellOperation;
import io.espalier.plan.CellType;
import io.espalier.plan.Cut;
import io.espalier.plan.Dag;
import io.espalier.plan.Dag.Edge;
import io.espalier.plan.EarlyStopping;
import io.espalier.plan.Granularity;
import io.espalier.plan.GraphPrior;
import io.espalier.plan.GraphSample;
import io.espalier.plan.ImageShape;
import io.espalier.plan.LearningRateSchedule;
import io.espalier.plan.Optimizer;
import io.espalier.plan.PruningMethod;
import io.espalier.plan.PruningMethod.Control;
import io.espalier.plan.PruningMethod.Criterion;
import io.espalier.plan.PruningOptions;
import io.espalier.plan.RecurrentBlocks;
import io.espalier.plan.Rounds;
import io.espalier.plan.StartFrom;
import io.espalier.plan.StepRef;
import io.espalier.plan.StructureLearning;
import io.espalier.plan.TrainingOptions;
import io.espalier.plan.TrialPlan;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One believable campaign, told with every variant of every event at least once. */
public final class Samples {
  public static final Architecture ARCHITECTURE =
      new Architecture.FeedForward(List.of(784, 100, 10));
  public static final TrainingOptions TRAINING = TrainingOptions.sgd(0.01, 0.0, 64, 30);
  public static final BranchPlan CONTROL =
      new BranchPlan("dense-control", Control.DENSE_CONTROL, List.of(0.0), 15);
  public static final BranchPlan BLINDED =
      new BranchPlan(
          "magnitude-class-blinded-80", Criterion.MAGNITUDE_CLASS_BLINDED, List.of(0.8), 15);
  public static final BranchPlan UNIFORM =
      new BranchPlan(
          "magnitude-class-uniform-80", Criterion.MAGNITUDE_CLASS_UNIFORM, List.of(0.8), 15);
  private static final PruningOptions OPTIONS =
      new PruningOptions(
          Granularity.UNITS,
          List.of("i2h", "layer2"),
          true,
          Optional.of(new StartFrom.Rewound(2)),
          Optional.of(0),
          Optional.of(0.00001));
  public static final List<BranchPlan> SCHEDULES =
      List.of(
          new BranchPlan(
              "iterative",
              PruningMethod.named("optimal-brain-damage-class-distributed"),
              List.of(),
              10,
              Optional.empty(),
              Optional.of(new Rounds(new Cut.ShareOfRemaining(0.5), 20, Optional.of(0.95), 500)),
              OPTIONS,
              Optional.empty()),
          new BranchPlan(
              "explicit",
              PruningMethod.named("magnitude-per-layer"),
              List.of(),
              10,
              Optional.of(Map.of("layer0", 0.9)),
              Optional.empty(),
              new PruningOptions(
                  Granularity.WEIGHTS,
                  List.of(),
                  false,
                  Optional.of(new StartFrom.Reinitialised()),
                  Optional.empty(),
                  Optional.empty()),
              Optional.empty()),
          new BranchPlan(
              "number",
              PruningMethod.named("my.saliency-erdos-renyi-kernel"),
              List.of(),
              10,
              Optional.empty(),
              Optional.of(new Rounds(new Cut.Weights(1000), 20, Optional.empty(), 0)),
              PruningOptions.DEFAULT,
              Optional.empty()),
          new BranchPlan(
              "bucket",
              PruningMethod.named("random-class-blinded"),
              List.of(),
              10,
              Optional.empty(),
              Optional.of(new Rounds(new Cut.SaliencyBudget(0.1), 20, Optional.empty(), 0)),
              PruningOptions.DEFAULT,
              Optional.empty()),
          new BranchPlan(
              "bucket-from-scratch",
              PruningMethod.named("structure-from-scratch"),
              List.of(0.0),
              40,
              Optional.empty(),
              Optional.empty(),
              PruningOptions.DEFAULT,
              Optional.of("bucket")));
  public static final CampaignSpec SPEC =
      new CampaignSpec(
          "MNIST demo",
          "blinded against uniform",
          "mnist",
          List.of(ARCHITECTURE),
          List.of(),
          List.of(1L, 2L, 3L),
          TRAINING,
          List.of(CONTROL, BLINDED, UNIFORM));
  public static final Dag GRAPH =
      new Dag(4, List.of(new Edge(0, 2), new Edge(1, 2), new Edge(0, 3), new Edge(2, 3)));
  public static final CampaignSpec FAMILIES =
      new CampaignSpec(
          "every family",
          "",
          "reber",
          List.of(
              new Architecture.RecurrentStack(CellType.GRU, 128, 50, List.of(50, 50, 50), 2),
              new Architecture.GraphRecurrent(
                  CellType.LSTM, 128, GRAPH, RecurrentBlocks.PER_SOURCE_LAYER, 2),
              new Architecture.GraphFeedForward(784, GRAPH, 10),
              new Architecture.CellNetwork(
                  new ImageShape(3, 32, 32),
                  4,
                  GRAPH,
                  List.of(
                      CellOperation.CONVOLUTION_3,
                      CellOperation.CONVOLUTION_1,
                      CellOperation.MAX_POOLING_3,
                      CellOperation.IDENTITY),
                  16,
                  10)),
          List.of(
              new GraphSample(
                  new GraphPrior.BarabasiAlbert(
                      new GraphPrior.Range(10, 50), new GraphPrior.Amount(10, true)),
                  20,
                  7,
                  new Architecture.GraphRecurrent(
                      CellType.TANH, 128, Dag.SINGLE_EDGE, RecurrentBlocks.PER_SOURCE_LAYER, 2))),
          List.of(1L),
          new TrainingOptions(
              0.001,
              0,
              128,
              15,
              Optimizer.ADAM,
              Optional.of(0.0001),
              Optional.of(5.0),
              Optional.of(0.1),
              Optional.of(new LearningRateSchedule.Plateau(1e-7, 0.1, Optional.of(0.5), 1e-4)),
              Optional.of(new EarlyStopping(3, 0.001)),
              Optional.of(new StructureLearning.RigL(0.9, 0.3, 100, 0.75))),
          List.of());
  public static final TrialPlan ON_GRAPH =
      new TrialPlan(
          "c2",
          "c2.2",
          1,
          FAMILIES.architectures().get(1),
          "reber",
          1,
          FAMILIES.training(),
          List.of());
  public static final TrialPlan PLAN = SPEC.plans("c1", (sample, i) -> sample.network()).get(0);
  public static final StepRef STEP = new StepRef(BLINDED.name(), 1);
  public static final ArtifactRef CHECKPOINT = new ArtifactRef("a1".repeat(32), 318_392);
  public static final ArtifactRef MASK = new ArtifactRef("b2".repeat(32), 79_592);
  public static final Quality DENSE = new Quality(0.9765, 0.0812, 0.9774, 0.0765);
  public static final Quality CUT = new Quality(0.9312, 0.2411, 0.9287, 0.2533);
  public static final Shrunk SHRUNK =
      new Shrunk(new Architecture.FeedForward(List.of(784, 60, 10)), CHECKPOINT);
  public static final PruningReport REPORT =
      new PruningReport(
          Optional.of(0.0431),
          Optional.of("Gauss-Newton diagonal"),
          10_000,
          Optional.of(
              new SaliencyHistogram(
                  List.of(0.0, 0.0431, 1.5), List.of(0L, 16_180L), List.of(63_220L, 0L))),
          List.of(new LayerUnits("layer0", 40, 100)),
          158_800,
          32_360,
          Map.of("density", 0.2),
          Map.of("density", 0.05),
          Optional.of(SHRUNK));
  public static final Provenance PROVENANCE =
      new Provenance("trainer-1", "0.1.0", "cpu", 1, "Linux amd64, Java 17.0.15");
  public static final Cause CAUSE = new Cause("c1.1/1/dense/0/proposed", "c3".repeat(32));
  public static final TraceParent TRACE =
      new TraceParent("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
  public static final Instant TIME = Instant.parse("2026-01-02T03:04:05.678901Z");

  private Samples() {}

  /** Every variant, some twice to show what is optional. */
  public static List<Event> events() {
    return List.of(
        new CampaignEvent.CampaignLaunched("c1", SPEC),
        new CampaignEvent.CampaignPaused("c1", 1),
        new CampaignEvent.CampaignResumed("c1", 2),
        new CampaignEvent.CampaignStopped("c1", 3),
        new CampaignEvent.TrialRetried("c1", "c1.1", 2),
        new ProposalEvent.CandidateProposed(PLAN),
        new ProposalEvent.CandidateSkipped(PLAN, "dominated by c1.2", 0.91),
        new ProposalEvent.ProposingFinished("c1", 3, 0),
        trainedDense(),
        trainedPruned(),
        new TrainingEvent.TrainingFailed(
            PLAN,
            StepRef.BASE,
            TrainingEvent.FailureReason.DIVERGED,
            "the loss became NaN in epoch 2",
            PROVENANCE),
        new TrainingEvent.TrainingCancelled(PLAN, STEP, "campaign c1 was stopped", PROVENANCE),
        pruned(),
        new PruningEvent.ScheduleFinished(PLAN, STEP, DENSE),
        new PruningEvent.PruningFailed(
            PLAN,
            STEP,
            PruningEvent.FailureReason.ARTIFACT_UNREADABLE,
            "the checkpoint's hash differs"),
        new ScoringEvent.Predicted(PLAN, STEP, "rls-1", 0.973, 12),
        observed(Optional.empty()),
        observed(Optional.of(0.83)),
        new EpochEvent.EpochFinished(
            "c1",
            "c1.1",
            1,
            STEP,
            3,
            15,
            0.0721,
            0.0833,
            0.9751,
            0.01,
            41_234.5,
            "trainer-1",
            Optional.empty()),
        new EpochEvent.EpochFinished(
            "c2",
            "c2.1",
            1,
            StepRef.BASE,
            3,
            15,
            0.0721,
            0.0833,
            0.9751,
            0.01,
            41_234.5,
            "trainer-1",
            Optional.of(new StructureChange(1_200, 1_200, 7_940, 79_400))),
        new CampaignEvent.CampaignLaunched("c2", FAMILIES),
        new CampaignEvent.CampaignLaunched(
            "c3",
            new CampaignSpec(
                "schedules",
                "",
                "mnist",
                List.of(ARCHITECTURE),
                List.of(),
                List.of(1L),
                TRAINING,
                SCHEDULES)),
        new PruningEvent.ScheduleFinished(
            PLAN, STEP, DENSE, PruningEvent.EndReason.FLOOR_REACHED, Optional.of(SHRUNK)),
        new ProposalEvent.CandidateProposed(ON_GRAPH),
        new WorkerEvent.WorkerJoined(
            "trainer-1", 1, 2, "cpu", "Linux amd64, Java 17.0.15", "0.1.0"),
        new WorkerEvent.WorkerBusy("trainer-1", 2, 0, "c1", "c1.1", 1, StepRef.BASE),
        new WorkerEvent.WorkerIdle("trainer-1", 3, 0),
        new WorkerEvent.WorkerLeft("trainer-1", 4, "asked to stop"));
  }

  /** The dense network of {@link #PLAN}. */
  public static TrainingEvent.Trained trainedDense() {
    return new TrainingEvent.Trained(
        PLAN,
        StepRef.BASE,
        CHECKPOINT,
        Optional.empty(),
        30,
        0.051,
        DENSE,
        38.25,
        PROVENANCE,
        List.of(new Snapshot(0, CHECKPOINT)));
  }

  /** The same after pruning and retraining. */
  public static TrainingEvent.Trained trainedPruned() {
    return new TrainingEvent.Trained(
        PLAN, STEP, CHECKPOINT, Optional.of(MASK), 15, 0.062, DENSE, 20.5, PROVENANCE, List.of());
  }

  /** The pruning step between {@link #trainedDense()} and {@link #trainedPruned()}. */
  public static PruningEvent.Pruned pruned() {
    return new PruningEvent.Pruned(
        PLAN,
        STEP,
        Criterion.MAGNITUDE_CLASS_BLINDED,
        0.8,
        List.of(
            new LayerPruning("layer0.weight", 15_180, 78_400, Optional.of(0.0431)),
            new LayerPruning("layer1.weight", 1_000, 1_000, Optional.empty())),
        16_180,
        79_400,
        CHECKPOINT,
        MASK,
        DENSE,
        CUT,
        15,
        0.41,
        PROVENANCE,
        Optional.of(MASK),
        Optional.of(CHECKPOINT),
        Optional.of(REPORT));
  }

  private static ScoringEvent.Observed observed(Optional<Double> rSquared) {
    return new ScoringEvent.Observed(
        PLAN, STEP, "rls-1", 0.973, 0.9774, 0.0044, 13, 0.012, rSquared);
  }

  /** The event in an envelope; events of people and workers have no cause. */
  public static Envelope<Event> envelope(Event event) {
    boolean caused = !(event instanceof CampaignEvent || event instanceof WorkerEvent);
    return new Envelope<>(
        event,
        event instanceof CampaignEvent ? "tracker-ui" : "a-service",
        TIME,
        caused ? Optional.of(CAUSE) : Optional.empty(),
        TRACE);
  }
}
