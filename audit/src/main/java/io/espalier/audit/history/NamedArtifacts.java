package io.espalier.audit.history;

import io.espalier.events.Event;
import io.espalier.events.PruningEvent;
import io.espalier.events.PruningReport;
import io.espalier.events.Shrunk;
import io.espalier.events.Snapshot;
import io.espalier.events.TrainingEvent;
import io.espalier.plan.ArtifactRef;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The files that an event rests on. */
public final class NamedArtifacts {
  private NamedArtifacts() {}

  /** Checkpoints, masks, snapshots, starting weights and shrunk networks that an event names. */
  public static List<ArtifactRef> of(Event event) {
    if (event instanceof TrainingEvent training) {
      return training.match(NamedArtifacts::of, failed -> List.of(), cancelled -> List.of());
    }
    if (event instanceof PruningEvent pruning) {
      return pruning.match(
          NamedArtifacts::of,
          finished -> finished.shrunk().map(Shrunk::checkpoint).stream().toList(),
          failed -> List.of());
    }
    return List.of();
  }

  private static List<ArtifactRef> of(TrainingEvent.Trained trained) {
    return Stream.of(
            Stream.of(trained.checkpoint()),
            trained.mask().stream(),
            trained.snapshots().stream().map(Snapshot::checkpoint))
        .flatMap(named -> named)
        .toList();
  }

  private static List<ArtifactRef> of(PruningEvent.Pruned pruned) {
    Optional<Shrunk> shrunk = pruned.report().flatMap(PruningReport::shrunk);
    return Stream.of(
            Stream.of(pruned.input(), pruned.mask()),
            pruned.maskBefore().stream(),
            pruned.start().stream(),
            shrunk.map(Shrunk::checkpoint).stream())
        .flatMap(named -> named)
        .toList();
  }
}
