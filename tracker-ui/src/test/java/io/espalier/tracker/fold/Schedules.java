package io.espalier.tracker.fold;

import io.espalier.campaign.CampaignSpec;
import io.espalier.events.CampaignEvent.CampaignLaunched;
import io.espalier.events.LayerPruning;
import io.espalier.events.LayerUnits;
import io.espalier.events.Provenance;
import io.espalier.events.PruningEvent.EndReason;
import io.espalier.events.PruningEvent.Pruned;
import io.espalier.events.PruningEvent.ScheduleFinished;
import io.espalier.events.PruningReport;
import io.espalier.events.Quality;
import io.espalier.events.SaliencyHistogram;
import io.espalier.events.Shrunk;
import io.espalier.plan.Architecture;
import io.espalier.plan.ArtifactRef;
import io.espalier.plan.BranchPlan;
import io.espalier.plan.Cut;
import io.espalier.plan.PruningMethod.Control;
import io.espalier.plan.PruningMethod.Criterion;
import io.espalier.plan.PruningOptions;
import io.espalier.plan.Rounds;
import io.espalier.plan.StepRef;
import io.espalier.plan.TrainingOptions;
import io.espalier.plan.TrialPlan;
import io.espalier.structure.prior.DrawnNetworks;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A campaign whose branches may end early: in rounds, and its structure from scratch. */
public final class Schedules {
  /** The campaign's id. */
  public static final String CAMPAIGN = "rounds-abcde";

  /** A branch of at most three rounds. */
  public static final String ROUNDS = "magnitude-class-blinded-iterative";

  /** Its last structure anew. */
  public static final String SCRATCH = ROUNDS + "-from-scratch";

  private static final Architecture NETWORK = new Architecture.FeedForward(List.of(784, 10, 10));

  private Schedules() {}

  /** One trial. */
  public static CampaignSpec spec() {
    return new CampaignSpec(
        "rounds",
        "",
        "mnist",
        List.of(NETWORK),
        List.of(),
        List.of(1L),
        TrainingOptions.sgd(0.01, 0, 64, 3),
        List.of(
            new BranchPlan(
                ROUNDS,
                Criterion.MAGNITUDE_CLASS_BLINDED,
                List.of(),
                2,
                Optional.empty(),
                Optional.of(new Rounds(new Cut.ShareOfRemaining(0.5), 3, Optional.empty(), 500)),
                PruningOptions.DEFAULT,
                Optional.empty()),
            new BranchPlan(
                SCRATCH,
                Control.STRUCTURE_FROM_SCRATCH,
                List.of(0.0),
                7,
                Optional.empty(),
                Optional.empty(),
                PruningOptions.DEFAULT,
                Optional.of(ROUNDS))));
  }

  /** The launch. */
  public static CampaignLaunched launched() {
    return new CampaignLaunched(CAMPAIGN, spec());
  }

  /** The plan of the only trial. */
  public static TrialPlan plan() {
    return DrawnNetworks.plans(spec(), CAMPAIGN).get(0);
  }

  /** A round, of 1 to 3. */
  public static StepRef round(int step) {
    return new StepRef(ROUNDS, step);
  }

  /** The training of the structure from scratch. */
  public static StepRef scratch() {
    return new StepRef(SCRATCH, 1);
  }

  /** A mask with everything that a step reports. */
  public static Pruned pruned(StepRef at) {
    long kept = 1000 >> at.step();
    return new Pruned(
        plan(),
        at,
        plan().branch(at.branch()).orElseThrow().method(),
        1 - kept / 1000.0,
        List.of(new LayerPruning("layer0.weight", kept, 1000, Optional.of(0.25))),
        kept,
        1000,
        file('b'),
        file('c'),
        new Quality(0.92, 0.31, 0.93, 0.32),
        new Quality(0.8, 0.61, 0.81, 0.62),
        2,
        0.5,
        new Provenance("p1", "0.1.0", "cpu", 1, "Linux x86_64, Java 17"),
        Optional.of(file('d')),
        Optional.of(file('e')),
        Optional.of(report(kept)));
  }

  private static PruningReport report(long kept) {
    return new PruningReport(
        Optional.of(0.25),
        Optional.of("diagonal of the Hessian"),
        64,
        Optional.of(
            new SaliencyHistogram(List.of(0.0, 0.25, 1.0), List.of(0L, kept), List.of(kept, 0L))),
        List.of(new LayerUnits("layer0", 3, 10)),
        2000,
        2 * kept,
        Map.of("nodes", 10.0),
        Map.of("nodes", 7.0),
        Optional.of(new Shrunk(new Architecture.FeedForward(List.of(784, 7, 10)), file('f'))));
  }

  /** A branch's end. */
  public static ScheduleFinished finished(StepRef at, EndReason reason) {
    return new ScheduleFinished(
        plan(),
        at,
        new Quality(0.9, 0.2, 0.9, 0.2),
        reason,
        Optional.of(new Shrunk(NETWORK, file('9'))));
  }

  private static ArtifactRef file(char digit) {
    return new ArtifactRef(String.valueOf(digit).repeat(64), 100);
  }
}
