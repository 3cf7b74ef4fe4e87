package io.espalier.pruning;

import io.espalier.envelope.Decoded;
import io.espalier.envelope.Envelope;
import io.espalier.envelope.EventCodec;
import io.espalier.envelope.Position;
import io.espalier.envelope.TraceParent;
import io.espalier.envelope.WireRecord;
import io.espalier.events.Event;
import io.espalier.events.Provenance;
import io.espalier.events.Quality;
import io.espalier.events.TrainingEvent.Trained;
import io.espalier.plan.Architecture;
import io.espalier.plan.ArtifactRef;
import io.espalier.plan.BranchPlan;
import io.espalier.plan.Cut;
import io.espalier.plan.PruningMethod;
import io.espalier.plan.PruningMethod.Control;
import io.espalier.plan.PruningMethod.Criterion;
import io.espalier.plan.PruningOptions;
import io.espalier.plan.Rounds;
import io.espalier.plan.StepRef;
import io.espalier.plan.TrainingOptions;
import io.espalier.plan.TrialPlan;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Events to test with. */
public final class Samples {
  public static final BranchPlan CONTROL =
      new BranchPlan("dense-control", Control.DENSE_CONTROL, List.of(0.0), 2);
  public static final BranchPlan BLINDED =
      new BranchPlan("blinded", Criterion.MAGNITUDE_CLASS_BLINDED, List.of(0.5, 0.8), 2);
  public static final BranchPlan UNIFORM =
      new BranchPlan("uniform", Criterion.MAGNITUDE_CLASS_UNIFORM, List.of(0.8), 2);

  /** Halves what is left, up to three times. */
  public static final BranchPlan ROUNDS =
      branch(
          "rounds",
          Criterion.MAGNITUDE_CLASS_BLINDED,
          new Rounds(new Cut.ShareOfRemaining(0.5), 3, Optional.empty(), 0),
          PruningOptions.DEFAULT);

  /** The last structure of {@link #ROUNDS}, trained anew. */
  public static final BranchPlan SCRATCH = scratch("scratch", ROUNDS);

  public static final ArtifactRef SOMEWHERE = new ArtifactRef("a".repeat(64), 100);
  public static final Quality QUALITY = new Quality(0.9, 0.3, 0.88, 0.35);

  private Samples() {}

  /** A branch of one step. */
  public static BranchPlan branch(
      String name, PruningMethod method, double sparsity, PruningOptions options) {
    return new BranchPlan(
        name,
        method,
        List.of(sparsity),
        2,
        Optional.empty(),
        Optional.empty(),
        options,
        Optional.empty());
  }

  /** A branch of rounds. */
  public static BranchPlan branch(
      String name, PruningMethod method, Rounds rounds, PruningOptions options) {
    return new BranchPlan(
        name,
        method,
        List.of(),
        2,
        Optional.empty(),
        Optional.of(rounds),
        options,
        Optional.empty());
  }

  /** A branch that trains the last structure of another one from scratch. */
  public static BranchPlan scratch(String name, BranchPlan of) {
    return new BranchPlan(
        name,
        Control.STRUCTURE_FROM_SCRATCH,
        List.of(0.0),
        3,
        Optional.empty(),
        Optional.empty(),
        PruningOptions.DEFAULT,
        Optional.of(of.name()));
  }

  public static TrialPlan plan(String trial, int inputs, int classes, BranchPlan... branches) {
    return new TrialPlan(
        "c1",
        trial,
        1,
        new Architecture.FeedForward(List.of(inputs, 8, classes)),
        "digits-generated",
        7,
        TrainingOptions.sgd(0.05, 0.5, 32, 1),
        List.of(branches));
  }

  public static Trained trained(TrialPlan plan, StepRef at) {
    return trained(plan, at, SOMEWHERE, Optional.empty(), QUALITY);
  }

  public static Trained trained(
      TrialPlan plan,
      StepRef at,
      ArtifactRef checkpoint,
      Optional<ArtifactRef> mask,
      Quality quality) {
    return new Trained(
        plan,
        at,
        checkpoint,
        mask,
        1,
        0.5,
        quality,
        1.5,
        new Provenance("w1", "test", "cpu", 1, "test"),
        List.of());
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
