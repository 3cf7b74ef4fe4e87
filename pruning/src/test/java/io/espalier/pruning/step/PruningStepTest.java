package io.espalier.pruning.step;

import static io.espalier.pruning.Samples.branch;
import static io.espalier.pruning.Samples.scratch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.artifacts.checkpoint.InitialWeights;
import io.espalier.artifacts.mask.Mask;
import io.espalier.artifacts.store.ArtifactStore;
import io.espalier.artifacts.store.DirectoryArtifactStore;
import io.espalier.events.Provenance;
import io.espalier.events.PruningEvent;
import io.espalier.events.PruningEvent.EndReason;
import io.espalier.events.PruningEvent.FailureReason;
import io.espalier.events.PruningEvent.Pruned;
import io.espalier.events.PruningEvent.PruningFailed;
import io.espalier.events.PruningEvent.ScheduleFinished;
import io.espalier.events.PruningReport;
import io.espalier.events.Quality;
import io.espalier.events.Shrunk;
import io.espalier.events.Snapshot;
import io.espalier.events.TrainingEvent.Trained;
import io.espalier.plan.Architecture;
import io.espalier.plan.Architecture.FeedForward;
import io.espalier.plan.Architecture.GraphFeedForward;
import io.espalier.plan.ArtifactRef;
import io.espalier.plan.BranchPlan;
import io.espalier.plan.Cut;
import io.espalier.plan.Distribution;
import io.espalier.plan.Granularity;
import io.espalier.plan.PruningMethod;
import io.espalier.plan.PruningMethod.Control;
import io.espalier.plan.PruningMethod.Criterion;
import io.espalier.plan.PruningOptions;
import io.espalier.plan.Rounds;
import io.espalier.plan.StartFrom;
import io.espalier.plan.StepRef;
import io.espalier.plan.TrainingOptions;
import io.espalier.plan.TrialPlan;
import io.espalier.pruning.Families;
import io.espalier.pruning.Samples;
import io.espalier.pruning.saliency.Saliencies;
import io.espalier.pruning.saliency.Saliency;
import io.espalier.pruning.schedule.FollowUp;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PruningStepTest {
  private static final FeedForward NETWORK = Families.FEED_FORWARD;
  private static final long WEIGHTS = NETWORK.maskableWeights();
  private static final Quality QUALITY = new Quality(0.9, 0.3, 0.88, 0.35);
  private static final Criterion BLINDED = Criterion.MAGNITUDE_CLASS_BLINDED;
  private static final PruningOptions UNITS =
      options(Granularity.UNITS, List.of(), Optional.empty(), Optional.empty());

  @TempDir Path data;
  private DirectoryArtifactStore store;
  private PruningStep steps;

  @BeforeEach
  void open() {
    store = new DirectoryArtifactStore(data);
    steps = steps(store, new Halving());
  }

  private static PruningStep steps(ArtifactStore artifacts, Saliency plugin) {
    return new PruningStep(
        artifacts,
        Saliencies.builtIn().and(List.of(plugin)),
        new FamilyEvaluation(),
        new Provenance("tests", "0", "cpu", 1, "tests"));
  }

  static List<Architecture> families() {
    return Families.all();
  }

  @ParameterizedTest
  @MethodSource("families")
  void aStepTellsWhatItCutAndWhatThatMeansForTheNetwork(Architecture family) {
    Trained trained = trained(family, branch("b", BLINDED, 0.5, PruningOptions.DEFAULT));

    Pruned pruned = pruned(trained, 1);

    PruningReport report = pruned.report().orElseThrow();
    Mask mask = mask(pruned);
    assertThat(mask.total() - mask.kept()).isEqualTo(Math.round(0.5 * mask.total()));
    assertThat(pruned.kept()).isEqualTo(mask.kept());
    assertThat(pruned.begin()).isEqualTo(pruned.input()).isEqualTo(trained.checkpoint());
    assertThat(pruned.maskBefore()).isEmpty();
    assertThat(pruned.before()).isEqualTo(QUALITY);
    assertThat(pruned.after())
        .isEqualTo(
            new FamilyEvaluation()
                .of(trained.plan(), mask.applyTo(checkpoint(trained.checkpoint()))));
    assertThat(report.threshold()).hasValueSatisfying(t -> assertThat(t).isPositive());
    assertThat(report.histogram().orElseThrow().cut().stream().mapToLong(n -> n).sum())
        .isEqualTo(mask.total() - mask.kept());
    assertThat(report.flops()).isLessThan(report.denseFlops());
    assertThat(report.shrunk()).isEmpty();
    assertThat(report.approximation()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"random", "magnitude", "standardised-magnitude", Halving.NAME})
  void aRepeatedStepTellsTheSame(String saliency) {
    PruningMethod method = new Criterion(saliency, Distribution.CLASS_UNIFORM);
    Trained trained = trained(NETWORK, branch("b", method, 0.7, PruningOptions.DEFAULT));

    assertThat(pruned(trained, 1))
        .usingRecursiveComparison()
        .ignoringFields("seconds")
        .isEqualTo(pruned(trained, 1));
  }

  @Test
  void aCompensatedStepBeginsWithTheCompensatedWeightsAndIsMeasuredWithThem() {
    PruningMethod method = new Criterion(Halving.NAME, Distribution.CLASS_UNIFORM);
    Trained trained = trained(NETWORK, branch("b", method, 0.5, PruningOptions.DEFAULT));

    Pruned pruned = pruned(trained, 1);

    Checkpoint halved = mask(pruned).applyTo(Halving.halved(checkpoint(trained.checkpoint())));
    assertThat(checkpoint(pruned.start().orElseThrow())).isEqualTo(halved);
    assertThat(pruned.after()).isEqualTo(new FamilyEvaluation().of(trained.plan(), halved));
    assertThat(pruned.report().orElseThrow().samples()).isEqualTo(40);
    assertThat(pruned.report().orElseThrow().approximation())
        .hasValue("positions stand for importance");
  }

  @Test
  void aRewoundStepBeginsWithTheWeightsThatTheDenseTrainingHad() {
    ArtifactRef early = store.put(InitialWeights.checkpoint(NETWORK, 8).toBytes());
    PruningOptions rewound = starting(new StartFrom.Rewound(2));
    Trained trained =
        withSnapshots(trained(NETWORK, branch("b", BLINDED, 0.5, rewound)), new Snapshot(2, early));

    Pruned pruned = pruned(trained, 1);

    assertThat(pruned.start()).contains(early);
    assertThat(pruned.input()).isEqualTo(trained.checkpoint());
    assertThat(mask(pruned))
        .isEqualTo(
            mask(pruned(trained(NETWORK, branch("b", BLINDED, 0.5, PruningOptions.DEFAULT)), 1)));
  }

  @Test
  void weightsThatWereNotKeptAreNamed() {
    PruningOptions rewound = starting(new StartFrom.Rewound(2));

    PruningFailed failed = failed(trained(NETWORK, branch("b", BLINDED, 0.5, rewound)));

    assertThat(failed.reason()).isEqualTo(FailureReason.ARTIFACT_UNREADABLE);
    assertThat(failed.detail()).contains("after epoch 2").contains("c1.1/dense/0");
  }

  @Test
  void anEarlierNetworkIsRankedIfThePlanSaysSo() {
    Checkpoint early = InitialWeights.checkpoint(NETWORK, 8);
    PruningOptions ranked =
        options(
            Granularity.WEIGHTS, List.of(), Optional.of(new StartFrom.Rewound(0)), Optional.of(0));
    Trained trained =
        withSnapshots(
            trained(NETWORK, branch("b", BLINDED, 0.5, ranked)),
            new Snapshot(0, store.put(early.toBytes())));

    Mask mask = mask(pruned(trained, 1));

    Trained asIfTrained =
        trained(
            plan(NETWORK, branch("b", BLINDED, 0.5, PruningOptions.DEFAULT)),
            store.put(early.toBytes()));
    assertThat(mask).isEqualTo(mask(pruned(asIfTrained, 1)));
  }

  @Test
  void aReinitialisedStepBeginsWithOtherInitialWeightsPerBranch() {
    PruningOptions reinitialised = starting(new StartFrom.Reinitialised());
    Trained trained =
        trained(
            NETWORK,
            branch("b", BLINDED, 0.5, reinitialised),
            branch("c", BLINDED, 0.5, reinitialised));

    Pruned b = pruned(trained, "b", 1);

    assertThat(checkpoint(b.start().orElseThrow()))
        .isNotEqualTo(InitialWeights.checkpoint(NETWORK, trained.plan().seed()));
    assertThat(b.start()).isEqualTo(pruned(trained, "b", 1).start());
    assertThat(b.start()).isNotEqualTo(pruned(trained, "c", 1).start());
    assertThat(b.mask()).isEqualTo(pruned(trained, "c", 1).mask());
  }

  @Test
  void theDenseControlCutsNothingAndGoesOn() {
    Trained trained =
        trained(NETWORK, branch("c", Control.DENSE_CONTROL, 0, PruningOptions.DEFAULT));

    Pruned pruned = pruned(trained, 1);

    assertThat(pruned.kept()).isEqualTo(WEIGHTS);
    assertThat(pruned.after()).isEqualTo(QUALITY);
    assertThat(pruned.start()).isEmpty();
    assertThat(pruned.report().orElseThrow().histogram()).isEmpty();
    assertThat(pruned.report().orElseThrow().flops())
        .isEqualTo(pruned.report().orElseThrow().denseFlops());
  }

  @Test
  void aStructureFromScratchHasTheMaskOfItsOriginAndNewWeights() {
    BranchPlan origin = branch("b", BLINDED, 0.5, PruningOptions.DEFAULT);
    Trained dense = trained(NETWORK, origin, scratch("s", origin));
    Pruned before = pruned(dense, "b", 1);
    Trained last = retrained(dense, before);

    Pruned scratch = pruned(last, "s", 1);

    assertThat(scratch.mask()).isEqualTo(before.mask());
    assertThat(scratch.maskBefore()).contains(before.mask());
    assertThat(scratch.targetSparsity()).isEqualTo(100.0 / 199, within(1e-9));
    assertThat(scratch.after()).isEqualTo(scratch.before()).isEqualTo(QUALITY);
    assertThat(scratch.retrainEpochs()).isEqualTo(3);
    assertThat(checkpoint(scratch.start().orElseThrow()))
        .isNotEqualTo(InitialWeights.checkpoint(NETWORK, dense.plan().seed()))
        .isNotEqualTo(checkpoint(last.checkpoint()));
  }

  @Test
  void aStructureFromScratchOfABranchThatEndedEarlyIsTrainedForTheStepsThatWereDone() {
    Rounds rounds = new Rounds(new Cut.ShareOfRemaining(0.5), 9, Optional.empty(), 0);
    BranchPlan origin = branch("r", BLINDED, rounds, PruningOptions.DEFAULT);
    BranchPlan scratch =
        new BranchPlan(
            "s",
            Control.STRUCTURE_FROM_SCRATCH,
            List.of(0.0),
            3 + 9 * 2,
            Optional.empty(),
            Optional.empty(),
            PruningOptions.DEFAULT,
            Optional.of("r"));
    Trained dense = trained(NETWORK, origin, scratch);
    Trained once = retrained(dense, pruned(dense, "r", 1));
    Trained twice = retrained(once, pruned(once, "r", 2));

    assertThat(pruned(twice, "s", 1).retrainEpochs()).isEqualTo(3 + 2 * 2);
  }

  @Test
  void cutUnitsAreZeroInTheStartAndMissingInTheShrunkNetwork() {
    Trained trained = trained(NETWORK, branch("u", Criterion.MAGNITUDE_CLASS_UNIFORM, 0.5, UNITS));

    Pruned pruned = pruned(trained, 1);

    Shrunk shrunk = pruned.report().orElseThrow().shrunk().orElseThrow();
    FeedForward smaller = (FeedForward) shrunk.architecture();
    assertThat(smaller.widths().get(1) + smaller.widths().get(2)).isEqualTo(6);
    Quality same = new FamilyEvaluation().of(plan(smaller), checkpoint(shrunk.checkpoint()));
    assertThat(same.testLoss()).isEqualTo(pruned.after().testLoss(), within(1e-6));
    assertThat(mask(pruned).applyTo(checkpoint(pruned.start().orElseThrow())))
        .isNotEqualTo(mask(pruned).applyTo(checkpoint(trained.checkpoint())));
    assertThat(pruned.report().orElseThrow().units())
        .extracting(layer -> layer.units() - layer.dead())
        .containsExactly((long) smaller.widths().get(1), (long) smaller.widths().get(2));
  }

  @Test
  void theEndOfABranchOfUnitsTellsTheShrunkNetwork() {
    Trained trained = trained(NETWORK, branch("u", Criterion.MAGNITUDE_CLASS_UNIFORM, 0.5, UNITS));
    Pruned pruned = pruned(trained, 1);

    ScheduleFinished end = steps.end(retrained(trained, pruned));

    assertThat(end.reason()).isEqualTo(EndReason.PLANNED);
    assertThat(end.at()).isEqualTo(new StepRef("u", 1));
    assertThat(end.shrunk()).isEqualTo(pruned.report().orElseThrow().shrunk());
    assertThat(steps.end(trained).shrunk()).isEmpty();
  }

  @Test
  void unitsOfAGraphCannotBeCut() {
    GraphFeedForward graph = (GraphFeedForward) Families.all().get(1);

    PruningFailed failed =
        failed(trained(graph, branch("u", Criterion.MAGNITUDE_CLASS_UNIFORM, 0.5, UNITS)));

    assertThat(failed.reason()).isEqualTo(FailureReason.AMOUNT_IMPOSSIBLE);
    assertThat(failed.detail()).contains("units");
  }

  @Test
  void aRoundThatWouldGoBelowTheFloorIsTheEnd() {
    Rounds rounds = new Rounds(new Cut.ShareOfRemaining(0.5), 9, Optional.empty(), 60);
    Trained dense = trained(NETWORK, branch("r", BLINDED, rounds, PruningOptions.DEFAULT));
    Trained once = retrained(dense, pruned(dense, "r", 1));
    Trained twice = retrained(once, pruned(once, "r", 2));

    PruningEvent end = run(twice, "r", 3);

    assertThat(mask(pruned(once, "r", 2)).kept()).isLessThan(60);
    assertThat(end)
        .isEqualTo(
            new ScheduleFinished(
                dense.plan(),
                new StepRef("r", 2),
                QUALITY,
                EndReason.FLOOR_REACHED,
                Optional.empty()));
  }

  @Test
  void theLastRoundMeetsItsTargetAndTheNextIsTheEnd() {
    Rounds rounds = new Rounds(new Cut.ShareOfRemaining(0.5), 9, Optional.of(0.6), 0);
    Trained dense = trained(NETWORK, branch("r", BLINDED, rounds, PruningOptions.DEFAULT));
    Trained once = retrained(dense, pruned(dense, "r", 1));
    Pruned second = pruned(once, "r", 2);

    PruningEvent end = run(retrained(once, second), "r", 3);

    assertThat(WEIGHTS - second.kept()).isEqualTo(Math.round(0.6 * WEIGHTS));
    assertThat(((ScheduleFinished) end).reason()).isEqualTo(EndReason.TARGET_REACHED);
  }

  @Test
  void aScopeThatCoversNothingNamesTheLayersThereAre() {
    PruningOptions nowhere =
        options(Granularity.WEIGHTS, List.of("h2h"), Optional.empty(), Optional.empty());

    PruningFailed failed = failed(trained(NETWORK, branch("b", BLINDED, 0.5, nowhere)));

    assertThat(failed.reason()).isEqualTo(FailureReason.SCOPE_EMPTY);
    assertThat(failed.detail()).contains("layer0.weight").contains("layer2.weight");
  }

  @Test
  void aSaliencyThatIsNotThereIsAnsweredWithThoseThatAre() {
    PruningMethod unknown = new Criterion("mylab.unknown", Distribution.CLASS_BLINDED);

    PruningFailed failed =
        failed(trained(NETWORK, branch("b", unknown, 0.5, PruningOptions.DEFAULT)));

    assertThat(failed.reason()).isEqualTo(FailureReason.SALIENCY_UNKNOWN);
    assertThat(failed.detail()).contains("mylab.unknown").contains("magnitude");
  }

  static List<Error> errors() {
    return List.of(
        new NoClassDefFoundError("lab/Absent"),
        new AssertionError(),
        new StackOverflowError(),
        new OutOfMemoryError("Java heap space"));
  }

  @ParameterizedTest
  @MethodSource("errors")
  void anErrorOfASaliencyIsToldAsTheReason(Error error) {
    PruningFailed failed = failing(new Failing(() -> error));

    assertThat(failed.reason()).isEqualTo(FailureReason.SALIENCY_UNUSABLE);
    assertThat(failed.detail()).contains(Failing.NAME).contains(error.toString());
  }

  @Test
  void anExceptionWithoutAMessageIsToldByItsName() {
    assertThat(failing(new Failing(() -> new IllegalStateException(" "))).detail())
        .contains("IllegalStateException");
    assertThat(failing(new Failing(NullPointerException::new)))
        .returns(FailureReason.UNEXPECTED, PruningFailed::reason)
        .returns("java.lang.NullPointerException", PruningFailed::detail);
  }

  private PruningFailed failing(Failing saliency) {
    PruningMethod method = new Criterion(Failing.NAME, Distribution.CLASS_BLINDED);
    Trained trained = trained(NETWORK, branch("b", method, 0.5, PruningOptions.DEFAULT));
    return (PruningFailed)
        steps(store, saliency)
            .run(
                trained,
                new FollowUp.Step(new StepRef("b", 1), trained.plan().branch("b").orElseThrow()));
  }

  @Test
  void aBranchEndsThoughItsShrunkNetworkCannotBeKept() {
    Trained trained = trained(NETWORK, branch("u", Criterion.MAGNITUDE_CLASS_UNIFORM, 0.5, UNITS));
    Trained last = retrained(trained, pruned(trained, 1));

    ScheduleFinished end = steps(new FullStore(store), new Halving()).end(last);

    assertThat(end.at()).isEqualTo(new StepRef("u", 1));
    assertThat(end.shrunk()).isEmpty();
  }

  @Test
  void anAmountThatCutsNothingOrEmptiesALayerIsRefused() {
    PruningFailed nothing =
        failed(trained(NETWORK, branch("b", BLINDED, 0.001, PruningOptions.DEFAULT)));
    PruningFailed everything =
        failed(trained(NETWORK, branch("b", BLINDED, 1, PruningOptions.DEFAULT)));

    assertThat(List.of(nothing.reason(), everything.reason()))
        .containsOnly(FailureReason.AMOUNT_IMPOSSIBLE);
    assertThat(nothing.detail()).contains("nothing");
  }

  @Test
  void everythingMayGoIfLayersMayBeEmpty() {
    PruningOptions empty =
        new PruningOptions(
            Granularity.WEIGHTS,
            List.of(),
            true,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    Pruned pruned = pruned(trained(NETWORK, branch("b", BLINDED, 1, empty)), 1);

    assertThat(pruned.kept()).isZero();
    assertThat(pruned.report().orElseThrow().flops()).isZero();
  }

  @Test
  void aDatasetThatCannotBeHadIsToldAsTheReason() {
    PruningMethod method = new Criterion(Halving.NAME, Distribution.CLASS_UNIFORM);
    TrialPlan plan = plan(NETWORK, branch("b", method, 0.5, PruningOptions.DEFAULT));
    TrialPlan elsewhere =
        new TrialPlan(
            plan.campaign(),
            plan.trial(),
            1,
            plan.architecture(),
            "elsewhere",
            plan.seed(),
            plan.training(),
            plan.branches());

    PruningFailed failed = failed(trained(elsewhere));

    assertThat(failed.reason()).isEqualTo(FailureReason.DATASET_UNAVAILABLE);
    assertThat(failed.detail()).contains("elsewhere");
  }

  @Test
  void aCheckpointOfAnotherArchitectureIsRefused() {
    TrialPlan plan = plan(NETWORK, branch("b", BLINDED, 0.5, PruningOptions.DEFAULT));
    Checkpoint other = InitialWeights.checkpoint(new FeedForward(List.of(16, 2)), 1);

    PruningFailed failed = failed(trained(plan, store.put(other.toBytes())));

    assertThat(failed.reason()).isEqualTo(FailureReason.ARTIFACT_UNREADABLE);
    assertThat(failed.detail()).contains("layer1.weight is absent");
  }

  private Pruned pruned(Trained trained, int step) {
    return pruned(trained, trained.plan().branches().get(0).name(), step);
  }

  private Pruned pruned(Trained trained, String branch, int step) {
    return (Pruned) run(trained, branch, step);
  }

  private PruningFailed failed(Trained trained) {
    return (PruningFailed) run(trained, trained.plan().branches().get(0).name(), 1);
  }

  private PruningEvent run(Trained trained, String branch, int step) {
    return steps.run(
        trained,
        new FollowUp.Step(new StepRef(branch, step), trained.plan().branch(branch).orElseThrow()));
  }

  private Mask mask(Pruned pruned) {
    return Mask.fromBytes(store.read(pruned.mask()), pruned.plan().architecture());
  }

  private Checkpoint checkpoint(ArtifactRef stored) {
    return Checkpoint.fromBytes(store.read(stored));
  }

  private Trained trained(Architecture family, BranchPlan... branches) {
    return trained(plan(family, branches));
  }

  private Trained trained(TrialPlan plan) {
    return trained(plan, store.put(InitialWeights.checkpoint(plan.architecture(), 3).toBytes()));
  }

  private static Trained trained(TrialPlan plan, ArtifactRef checkpoint) {
    return Samples.trained(plan, StepRef.BASE, checkpoint, Optional.empty(), QUALITY);
  }

  /** As if the retraining had changed no weight that is still there. */
  private Trained retrained(Trained before, Pruned pruned) {
    Checkpoint left = mask(pruned).applyTo(checkpoint(pruned.begin()));
    return Samples.trained(
        before.plan(), pruned.at(), store.put(left.toBytes()), Optional.of(pruned.mask()), QUALITY);
  }

  private static Trained withSnapshots(Trained trained, Snapshot... snapshots) {
    return new Trained(
        trained.plan(),
        trained.at(),
        trained.checkpoint(),
        trained.mask(),
        trained.epochs(),
        trained.trainingLoss(),
        trained.quality(),
        trained.seconds(),
        trained.provenance(),
        List.of(snapshots));
  }

  private static TrialPlan plan(Architecture family, BranchPlan... branches) {
    return new TrialPlan(
        "c1",
        "c1.1",
        1,
        family,
        FamilyEvaluation.DATASET,
        7,
        TrainingOptions.sgd(0.05, 0, 8, 3),
        List.of(branches));
  }

  private static PruningOptions starting(StartFrom start) {
    return options(Granularity.WEIGHTS, List.of(), Optional.of(start), Optional.empty());
  }

  private static PruningOptions options(
      Granularity granularity,
      List<String> scope,
      Optional<StartFrom> start,
      Optional<Integer> scoredAtEpoch) {
    return new PruningOptions(granularity, scope, false, start, scoredAtEpoch, Optional.empty());
  }
}
