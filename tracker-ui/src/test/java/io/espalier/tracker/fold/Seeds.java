package io.espalier.tracker.fold;

import io.espalier.campaign.CampaignSpec;
import io.espalier.events.Provenance;
import io.espalier.events.Quality;
import io.espalier.events.TrainingEvent.Trained;
import io.espalier.plan.Architecture;
import io.espalier.plan.ArtifactRef;
import io.espalier.plan.BranchPlan;
import io.espalier.plan.PruningMethod.Criterion;
import io.espalier.plan.StepRef;
import io.espalier.plan.TrainingOptions;
import io.espalier.plan.TrialPlan;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** A campaign of two methods, whose only results are accuracies. */
public final class Seeds {
  /** One threshold. */
  public static final StepRef BLINDED = new StepRef("magnitude-class-blinded-80", 1);

  /** The same share. */
  public static final StepRef UNIFORM = new StepRef("magnitude-class-uniform-80", 1);

  private Seeds() {}

  /** One trial per seed, from 1. */
  public static CampaignSpec spec(int seeds) {
    return new CampaignSpec(
        "seeds",
        "",
        "mnist",
        List.of(new Architecture.FeedForward(List.of(784, 10, 10))),
        List.of(),
        LongStream.rangeClosed(1, seeds).boxed().toList(),
        TrainingOptions.sgd(0.01, 0, 64, 3),
        List.of(
            branch(BLINDED, Criterion.MAGNITUDE_CLASS_BLINDED),
            branch(UNIFORM, Criterion.MAGNITUDE_CLASS_UNIFORM)));
  }

  /** A retraining that reached this test accuracy. */
  public static Trained trained(TrialPlan plan, StepRef at, double accuracy) {
    return new Trained(
        plan,
        at,
        new ArtifactRef("a".repeat(64), 100),
        Optional.empty(),
        2,
        0.1,
        new Quality(accuracy, 0.2, accuracy, 0.2),
        1,
        new Provenance("w1", "0.1.0", "cpu", 1, "Linux x86_64, Java 17"),
        List.of());
  }

  private static BranchPlan branch(StepRef at, Criterion method) {
    return new BranchPlan(at.branch(), method, List.of(0.8), 2);
  }
}
