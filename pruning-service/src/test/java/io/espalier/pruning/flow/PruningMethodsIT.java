package io.espalier.pruning.flow;

import static io.espalier.pruning.Samples.branch;
import static io.espalier.pruning.Samples.plan;
import static io.espalier.pruning.Samples.scratch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.artifacts.checkpoint.InitialWeights;
import io.espalier.artifacts.mask.Mask;
import io.espalier.envelope.Decoded;
import io.espalier.events.PruningEvent.EndReason;
import io.espalier.events.PruningEvent.FailureReason;
import io.espalier.events.PruningEvent.Pruned;
import io.espalier.events.PruningEvent.PruningFailed;
import io.espalier.events.PruningEvent.ScheduleFinished;
import io.espalier.events.Shrunk;
import io.espalier.events.TrainingEvent.Trained;
import io.espalier.networks.order.TrainingOrder;
import io.espalier.networks.trainer.Networks;
import io.espalier.networks.training.TrainableNetwork;
import io.espalier.plan.Architecture;
import io.espalier.plan.ArtifactRef;
import io.espalier.plan.BranchPlan;
import io.espalier.plan.Cut;
import io.espalier.plan.Distribution;
import io.espalier.plan.Granularity;
import io.espalier.plan.PruningMethod.Criterion;
import io.espalier.plan.PruningOptions;
import io.espalier.plan.Rounds;
import io.espalier.plan.StartFrom;
import io.espalier.plan.StepRef;
import io.espalier.plan.TrialPlan;
import io.espalier.pruning.saliency.Saliencies;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every method, schedule and refusal through the packaged service, on trainings that are real. */
class PruningMethodsIT {
  private static final int WEIGHTS = 784 * 8 + 8 * 10;
  private static final Criterion BLINDED = Criterion.MAGNITUDE_CLASS_BLINDED;
  private static final Set<String> WITHOUT_DATA =
      Set.of(Criterion.RANDOM, Criterion.MAGNITUDE, Criterion.STANDARDISED_MAGNITUDE);

  private static PruningService service;

  @BeforeAll
  static void start(@TempDir Path data) {
    service = PruningService.start(data);
    service.awaitReady();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void everySaliencyCutsARealNetworkAndIsReported() {
    List<String> saliencies = Saliencies.builtIn().names();
    TrialPlan plan =
        plan("saliencies", 784, 10, saliencies.stream().map(s -> of(s)).toArray(BranchPlan[]::new));

    service.send(service.trained(TrainingOrder.dense(plan)));

    List<Decoded.Received> told = service.readUntil("saliencies", saliencies.size());
    assertThat(told).extracting(r -> r.event()).hasOnlyElementsOfType(Pruned.class);
    for (Decoded.Received received : told) {
      Pruned pruned = (Pruned) received.event();
      assertThat(pruned.kept()).as(pruned.eventId()).isEqualTo(WEIGHTS / 2);
      assertThat(pruned.report())
          .hasValueSatisfying(
              report -> {
                assertThat(report.samples() > 0)
                    .isEqualTo(!WITHOUT_DATA.contains(((Criterion) pruned.method()).saliency()));
                assertThat(report.histogram()).isPresent();
                assertThat(report.threshold()).isPresent();
                assertThat(report.flops()).isEqualTo(report.denseFlops() / 2);
              });
    }
    assertThat(told).extracting(r -> ((Pruned) r.event()).mask()).doesNotHaveDuplicates();
  }

  @Test
  void everyDistributionSpreadsTheSameCut() {
    TrialPlan plan =
        plan(
            "distributions",
            784,
            10,
            sparsity("blinded", Distribution.CLASS_BLINDED),
            sparsity("uniform", Distribution.CLASS_UNIFORM),
            sparsity("distributed", Distribution.CLASS_DISTRIBUTED),
            sparsity("kernel", Distribution.ERDOS_RENYI_KERNEL),
            new BranchPlan(
                "rates",
                new Criterion(Criterion.MAGNITUDE, Distribution.PER_LAYER),
                List.of(),
                2,
                Optional.of(Map.of("layer0", 0.5, "layer1", 0.5)),
                Optional.empty(),
                PruningOptions.DEFAULT,
                Optional.empty()));

    service.send(service.trained(TrainingOrder.dense(plan)));

    List<Pruned> told =
        service.readUntil("distributions", 5).stream().map(r -> (Pruned) r.event()).toList();
    assertThat(told).extracting(Pruned::kept).containsOnly((long) WEIGHTS / 2);
    assertThat(told.get(4).mask()).isEqualTo(told.get(1).mask());
    assertThat(told.subList(0, 4)).extracting(Pruned::mask).doesNotHaveDuplicates();
  }

  @Test
  void whatCannotBeDoneIsToldWithItsReason() {
    TrialPlan plan =
        plan(
            "refused",
            784,
            10,
            branch("nothing", BLINDED, 0.00001, PruningOptions.DEFAULT),
            branch("everything", BLINDED, 1, PruningOptions.DEFAULT),
            branch("nowhere", BLINDED, 0.5, scope("h2h")),
            branch(
                "unknown",
                new Criterion("mylab.none", Distribution.CLASS_BLINDED),
                0.5,
                PruningOptions.DEFAULT),
            branch("never", BLINDED, 0.5, starting(new StartFrom.Rewound(5))));

    service.send(service.trained(TrainingOrder.dense(plan)));

    assertThat(service.readUntil("refused", 5))
        .extracting(r -> ((PruningFailed) r.event()).reason())
        .containsExactly(
            FailureReason.AMOUNT_IMPOSSIBLE,
            FailureReason.AMOUNT_IMPOSSIBLE,
            FailureReason.SCOPE_EMPTY,
            FailureReason.SALIENCY_UNKNOWN,
            FailureReason.ARTIFACT_UNREADABLE);
  }

  @Test
  void roundsGoOnToTheFloorAndTheStructureIsTrainedFromScratchAlsoAfterAKill() {
    BranchPlan rounds =
        branch(
            "rounds",
            BLINDED,
            new Rounds(new Cut.ShareOfRemaining(0.5), 9, Optional.empty(), 2_000),
            PruningOptions.DEFAULT);
    TrialPlan plan = plan("floor", 784, 10, rounds, scratch("scratch", rounds));
    service.send(service.trained(TrainingOrder.dense(plan)));
    Pruned first = (Pruned) service.newest("floor", 1);
    service.send(service.trained(TrainingOrder.after(first)));
    Pruned second = (Pruned) service.newest("floor", 2);
    Trained last = service.trained(TrainingOrder.after(second));

    service.send(last);
    service.readUntil("floor", 3);
    service.kill();
    service.send(last);
    service.restart();
    service.send(last);
    Pruned scratch = (Pruned) service.newest("floor", 4);
    service.send(service.trained(TrainingOrder.after(scratch)));

    assertThat(second.kept()).isEqualTo(WEIGHTS / 4);
    assertThat(scratch.mask()).isEqualTo(second.mask());
    assertThat(weights(scratch.begin()))
        .isNotEqualTo(InitialWeights.checkpoint(plan.architecture(), plan.seed()));
    List<Decoded.Received> told = service.readUntil("floor", 5);
    assertThat(told)
        .extracting(r -> r.event().eventId())
        .containsExactly(
            "floor/1/rounds/1/pruned",
            "floor/1/rounds/2/pruned",
            "floor/1/rounds/2/schedule-finished",
            "floor/1/scratch/1/pruned",
            "floor/1/scratch/1/schedule-finished");
    assertThat(((ScheduleFinished) told.get(2).event()).reason())
        .isEqualTo(EndReason.FLOOR_REACHED);
  }

  @Test
  void aLotteryTicketBeginsEveryStepWithTheEarlyWeights() {
    BranchPlan ticket =
        new BranchPlan(
            "ticket",
            BLINDED,
            List.of(0.5, 0.75),
            2,
            Optional.empty(),
            Optional.empty(),
            starting(new StartFrom.Rewound(0)),
            Optional.empty());
    TrialPlan plan = plan("lottery", 784, 10, ticket);
    Trained dense = service.trained(TrainingOrder.dense(plan));

    service.send(dense);
    Pruned first = (Pruned) service.newest("lottery", 1);
    service.send(service.trained(TrainingOrder.after(first)));
    Pruned second = (Pruned) service.newest("lottery", 2);

    assertThat(List.of(first.begin(), second.begin()))
        .containsOnly(dense.snapshot(0).orElseThrow());
    assertThat(weights(first.begin()))
        .isEqualTo(InitialWeights.checkpoint(plan.architecture(), plan.seed()));
    assertThat(second.maskBefore()).contains(first.mask());
    Mask left = Mask.fromBytes(service.store().read(second.mask()), plan.architecture());
    assertThat(left.kept()).isEqualTo(WEIGHTS / 4);
  }

  @Test
  void wholeUnitsLeaveASmallerNetworkOfTheSameQualityInTheEnd() {
    PruningOptions units =
        new PruningOptions(
            Granularity.UNITS,
            List.of(),
            false,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    TrialPlan plan = plan("units", 784, 10, branch("units", BLINDED, 0.5, units));
    service.send(service.trained(TrainingOrder.dense(plan)));
    Trained retrained = service.trained(TrainingOrder.after((Pruned) service.newest("units", 1)));

    service.send(retrained);

    ScheduleFinished end = (ScheduleFinished) service.newest("units", 2);
    Shrunk shrunk = end.shrunk().orElseThrow();
    assertThat(shrunk.architecture().label()).isEqualTo("784-4-10");
    assertThat(testLoss(plan, shrunk.architecture(), shrunk.checkpoint()))
        .isEqualTo(testLoss(plan, plan.architecture(), retrained.checkpoint()), within(1e-6));
    assertThat(end.at()).isEqualTo(new StepRef("units", 1));
  }

  private static double testLoss(
      TrialPlan plan, Architecture architecture, ArtifactRef checkpoint) {
    try (TrainableNetwork network = new Networks().from(architecture, weights(checkpoint))) {
      return network.evaluate(service.dataset(plan)).testLoss();
    }
  }

  private static Checkpoint weights(ArtifactRef stored) {
    return Checkpoint.fromBytes(service.store().read(stored));
  }

  private static BranchPlan of(String saliency) {
    boolean atTheStart = saliency.equals(Criterion.SNIP);
    PruningOptions options =
        new PruningOptions(
            Granularity.WEIGHTS,
            List.of(),
            true,
            atTheStart ? Optional.of(new StartFrom.Rewound(0)) : Optional.empty(),
            Optional.of(0).filter(epoch -> atTheStart),
            Optional.empty());
    return branch(saliency, new Criterion(saliency, Distribution.CLASS_BLINDED), 0.5, options);
  }

  private static BranchPlan sparsity(String name, Distribution distribution) {
    return branch(
        name, new Criterion(Criterion.MAGNITUDE, distribution), 0.5, PruningOptions.DEFAULT);
  }

  private static PruningOptions scope(String part) {
    return new PruningOptions(
        Granularity.WEIGHTS,
        List.of(part),
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static PruningOptions starting(StartFrom start) {
    return new PruningOptions(
        Granularity.WEIGHTS,
        List.of(),
        false,
        Optional.of(start),
        Optional.empty(),
        Optional.empty());
  }
}
