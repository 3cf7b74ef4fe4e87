package io.espalier.replay;

import io.espalier.artifacts.mask.LayerMask;
import io.espalier.artifacts.mask.Mask;
import io.espalier.artifacts.store.ArtifactStore;
import io.espalier.artifacts.store.ArtifactUnreadable;
import io.espalier.audit.verification.Verified.Work;
import io.espalier.datasets.DatasetCatalogue;
import io.espalier.events.Provenance;
import io.espalier.events.PruningEvent;
import io.espalier.events.PruningEvent.FailureReason;
import io.espalier.events.PruningEvent.Pruned;
import io.espalier.events.PruningEvent.PruningFailed;
import io.espalier.events.PruningEvent.ScheduleFinished;
import io.espalier.events.TrainingEvent.Trained;
import io.espalier.networks.trainer.Networks;
import io.espalier.pruning.saliency.Saliencies;
import io.espalier.pruning.schedule.FollowUp;
import io.espalier.pruning.schedule.Schedule;
import io.espalier.pruning.step.DatasetEvaluation;
import io.espalier.pruning.step.PruningStep;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Does a pruning step again, from the event and the files that it followed from. Thread-safe. */
final class PruningAgain {
  /** What may differ: who did it and how long it took; and the words for a failure. */
  private static final Set<String> MEASURED = Set.of("seconds", "provenance", "detail");

  /** What events did not tell before there were reports. */
  private static final Set<String> SINCE_REPORTS =
      Set.of("seconds", "provenance", "detail", "report", "maskBefore");

  /** What says something of the machine or the code, not of the step. */
  private static final Set<FailureReason> HINDRANCES =
      Set.of(
          FailureReason.DATASET_UNAVAILABLE,
          FailureReason.ARTIFACT_UNREADABLE,
          FailureReason.UNEXPECTED);

  private final ArtifactStore artifacts;
  private final DatasetCatalogue datasets;
  private final Saliencies saliencies;

  PruningAgain(ArtifactStore artifacts, DatasetCatalogue datasets, Saliencies saliencies) {
    this.artifacts = artifacts;
    this.datasets = datasets;
    this.saliencies = saliencies;
  }

  Replayed compare(Work<PruningEvent> work) {
    PruningEvent told = work.event();
    if (!(work.cause().orElse(null) instanceof Trained trained)) {
      return Replayed.skipped(work, "what it followed from is not in the log");
    }
    Optional<FollowUp> followUp = followUp(trained, told);
    if (followUp.isEmpty()) {
      return Replayed.skipped(work, "the plan has no such step");
    }
    ScratchStore scratch = new ScratchStore(artifacts);
    PruningEvent again =
        new PruningStep(
                scratch,
                saliencies,
                new DatasetEvaluation(datasets, Networks::new),
                Here.provenance())
            .run(trained, followUp.get());
    Optional<String> hindered = hindered(told, again);
    if (hindered.isPresent()) {
      return Replayed.skipped(work, hindered.get());
    }
    List<String> differences = differences(told, again, scratch);
    return differences.isEmpty()
        ? Replayed.same(work, told instanceof Pruned ? "mask identical" : "ends alike")
        : Replayed.different(work, differences, provenance(told));
  }

  /** What a training led to: the step that was told, or the end of the branch. */
  private static Optional<FollowUp> followUp(Trained trained, PruningEvent told) {
    return Stream.concat(Schedule.after(trained).stream(), Schedule.afterEnd(trained).stream())
        .filter(
            next ->
                next instanceof FollowUp.Step step
                    ? step.at().equals(told.at())
                        || (told instanceof ScheduleFinished
                            && step.at().branch().equals(trained.at().branch()))
                    : told instanceof ScheduleFinished)
        .findFirst();
  }

  /** What kept one of two runs from the work, and not the other: nothing can be compared then. */
  private static Optional<String> hindered(PruningEvent told, PruningEvent again) {
    Optional<FailureReason> then = hindrance(told);
    Optional<FailureReason> now = hindrance(again);
    if (then.equals(now)) {
      return Optional.empty();
    }
    return Optional.of(now.isPresent() ? "now " + words(again) : "then " + words(told));
  }

  private static Optional<FailureReason> hindrance(PruningEvent event) {
    return event instanceof PruningFailed failed && HINDRANCES.contains(failed.reason())
        ? Optional.of(failed.reason())
        : Optional.empty();
  }

  /** The kind of an event, and why it failed if it did. */
  private static String words(PruningEvent event) {
    return event instanceof PruningFailed failed
        ? "it failed, " + failed.reason() + ": " + failed.detail()
        : "it is " + event.eventId().substring(event.eventId().lastIndexOf('/') + 1);
  }

  private static List<String> differences(
      PruningEvent told, PruningEvent again, ScratchStore scratch) {
    if (!told.getClass().equals(again.getClass())) {
      return List.of(words(again) + " instead of " + words(told));
    }
    List<String> differences = new ArrayList<>();
    if (told instanceof Pruned before && again instanceof Pruned after) {
      boolean old = before.report().isEmpty();
      differences.addAll(Differences.of(told, again, old ? SINCE_REPORTS : MEASURED));
      if (!differences.isEmpty()) {
        differences.add(0, bits(before, after, scratch).orElse("the mask is identical"));
      }
    } else {
      differences.addAll(Differences.of(told, again, MEASURED));
    }
    return differences;
  }

  private static Optional<String> bits(Pruned told, Pruned again, ScratchStore scratch) {
    if (told.mask().equals(again.mask())) {
      return Optional.empty();
    }
    try {
      var architecture = told.plan().architecture();
      Mask a = Mask.fromBytes(scratch.read(told.mask()), architecture);
      Mask b = Mask.fromBytes(scratch.read(again.mask()), architecture);
      long different = 0;
      for (LayerMask layer : a.layers()) {
        BitSet bits = layer.bits();
        bits.xor(b.layer(layer.layer()).bits());
        different += bits.cardinality();
      }
      return Optional.of("the mask differs in " + different + " of " + a.total() + " weights");
    } catch (ArtifactUnreadable e) {
      return Optional.of("the mask that was told cannot be read");
    }
  }

  private static Optional<Provenance> provenance(PruningEvent told) {
    return told instanceof Pruned pruned ? Optional.of(pruned.provenance()) : Optional.empty();
  }
}
