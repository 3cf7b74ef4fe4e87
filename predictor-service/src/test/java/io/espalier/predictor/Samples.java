package io.espalier.predictor;

import io.espalier.campaign.CampaignSpec;
import io.espalier.envelope.Decoded;
import io.espalier.envelope.Envelope;
import io.espalier.envelope.EventCodec;
import io.espalier.envelope.Position;
import io.espalier.envelope.TraceParent;
import io.espalier.envelope.WireRecord;
import io.espalier.events.CampaignEvent.CampaignLaunched;
import io.espalier.events.Event;
import io.espalier.events.Provenance;
import io.espalier.events.Quality;
import io.espalier.events.TrainingEvent.FailureReason;
import io.espalier.events.TrainingEvent.Trained;
import io.espalier.events.TrainingEvent.TrainingFailed;
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
import java.util.Random;
import java.util.stream.LongStream;

/** Events to test with. */
public final class Samples {
  public static final String CAMPAIGN = "c1";
  public static final BranchPlan BLINDED =
      new BranchPlan("blinded", Criterion.MAGNITUDE_CLASS_BLINDED, List.of(0.5, 0.8), 2);
  public static final BranchPlan CONTROL =
      new BranchPlan("dense-control", Control.DENSE_CONTROL, List.of(0.0), 4);

  private Samples() {}

  public static CampaignLaunched launched(int trials) {
    return launched(CAMPAIGN, trials);
  }

  public static CampaignLaunched launched(String campaign, int trials) {
    return new CampaignLaunched(
        campaign,
        new CampaignSpec(
            "test",
            "",
            "generated-digits",
            List.of(new Architecture.FeedForward(List.of(20, 8, 4))),
            List.of(),
            LongStream.rangeClosed(1, trials).boxed().toList(),
            TrainingOptions.sgd(0.1, 0, 16, 3),
            List.of(BLINDED, CONTROL)));
  }

  public static TrialPlan plan(int trial) {
    return DrawnNetworks.plans(launched(trial).spec(), CAMPAIGN).get(trial - 1);
  }

  public static Trained trained(TrialPlan plan, StepRef at, double testAccuracy) {
    return new Trained(
        plan,
        at,
        new ArtifactRef("a".repeat(64), 100),
        Optional.empty(),
        3,
        0.5,
        new Quality(testAccuracy, 0.4, testAccuracy, 0.4),
        1.5,
        provenance(),
        List.of());
  }

  public static TrainingFailed failed(TrialPlan plan) {
    return new TrainingFailed(
        plan, StepRef.BASE, FailureReason.DIVERGED, "loss is NaN", provenance());
  }

  private static Provenance provenance() {
    return new Provenance("w1", "test", "cpu", 1, "test");
  }

  public static Envelope<Event> envelope(Event event) {
    return new Envelope<>(
        event, "test", Instant.EPOCH, Optional.empty(), TraceParent.root(new Random(1)));
  }

  /** The event as a consumer sees it. */
  public static Decoded.Received received(Event event) {
    WireRecord wire = EventCodec.encode(envelope(event));
    return (Decoded.Received)
        EventCodec.decode(
            new Position(wire.topic(), 0, 0), wire.key(), wire.headers(), wire.payload());
  }
}
