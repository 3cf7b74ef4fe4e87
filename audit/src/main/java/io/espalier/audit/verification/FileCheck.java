package io.espalier.audit.verification;

import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.artifacts.checkpoint.FloatTensor;
import io.espalier.artifacts.mask.LayerMask;
import io.espalier.artifacts.mask.Mask;
import io.espalier.artifacts.store.ArtifactUnreadable;
import io.espalier.events.LayerPruning;
import io.espalier.events.PruningEvent.Pruned;
import io.espalier.events.PruningEvent.ScheduleFinished;
import io.espalier.events.PruningReport;
import io.espalier.events.Snapshot;
import io.espalier.events.TrainingEvent.Trained;
import io.espalier.plan.Architecture;
import io.espalier.plan.ArtifactRef;
import io.espalier.plan.PruningMethod;
import java.util.BitSet;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Is every file that an event refers to there, untouched, and what the event says of it? Each file
 * is read and hashed once; one file at a time is in memory, beside some masks.
 */
final class FileCheck implements Check {
  private final Files files;
  private final LongConsumer examined;

  /**
   * @param examined is told how many events have been looked at
   */
  FileCheck(Files files, LongConsumer examined) {
    this.files = files;
    this.examined = examined;
  }

  @Override
  public void examine(Chronicle chronicle, Findings findings) {
    long done = 0;
    for (Recorded recorded : chronicle.events()) {
      try {
        if (recorded.event() instanceof Trained trained) {
          trained(trained, recorded, findings);
          examined.accept(++done);
        } else if (recorded.event() instanceof Pruned pruned) {
          pruned(pruned, recorded, findings);
          examined.accept(++done);
        } else if (recorded.event() instanceof ScheduleFinished finished) {
          finished
              .shrunk()
              .ifPresent(
                  shrunk ->
                      checkpoint(shrunk.checkpoint(), shrunk.architecture(), recorded, findings));
        }
      } catch (ArtifactUnreadable e) {
        findings.problem(recorded, e.getMessage());
      }
    }
  }

  private void trained(Trained trained, Recorded recorded, Findings findings) {
    Architecture architecture = trained.plan().architecture();
    for (Snapshot snapshot : trained.snapshots()) {
      checkpoint(snapshot.checkpoint(), architecture, recorded, findings);
    }
    Optional<Mask> mask = mask(trained.mask(), architecture, recorded, findings);
    files
        .checkpoint(trained.checkpoint(), architecture)
        .flatMap(weights -> mask.flatMap(held -> firstOutside(held, weights)))
        .ifPresent(
            weight ->
                findings.problem(
                    recorded,
                    "checkpoint "
                        + trained.checkpoint().sha256()
                        + " has "
                        + weight
                        + ", which its mask does not keep"));
  }

  private void pruned(Pruned pruned, Recorded recorded, Findings findings) {
    Architecture architecture = pruned.plan().architecture();
    checkpoint(pruned.input(), architecture, recorded, findings);
    pruned.start().ifPresent(start -> checkpoint(start, architecture, recorded, findings));
    pruned
        .report()
        .flatMap(PruningReport::shrunk)
        .ifPresent(
            shrunk -> checkpoint(shrunk.checkpoint(), shrunk.architecture(), recorded, findings));
    Optional<Mask> before = mask(pruned.maskBefore(), architecture, recorded, findings);
    mask(Optional.of(pruned.mask()), architecture, recorded, findings)
        .ifPresent(mask -> counts(pruned, mask, before, recorded, findings));
  }

  private static void counts(
      Pruned pruned, Mask mask, Optional<Mask> before, Recorded recorded, Findings findings) {
    if (pruned.layers().size() > mask.layers().size()) {
      findings.problem(
          recorded,
          "tells of "
              + pruned.layers().size()
              + " layers, mask "
              + pruned.mask().sha256()
              + " has "
              + mask.layers().size());
    }
    for (int i = 0; i < mask.layers().size(); i++) {
      LayerMask layer = mask.layers().get(i);
      LayerPruning told = i < pruned.layers().size() ? pruned.layers().get(i) : null;
      if (told == null
          || !told.layer().equals(layer.layer())
          || told.kept() != layer.kept()
          || told.total() != layer.total()) {
        findings.problem(
            recorded,
            "tells of "
                + (told == null
                    ? "no layer"
                    : told.layer() + ": " + told.kept() + " of " + told.total())
                + ", mask "
                + pruned.mask().sha256()
                + " keeps "
                + layer);
      }
    }
    boolean anew = pruned.method().equals(PruningMethod.Control.STRUCTURE_FROM_SCRATCH);
    before
        .filter(held -> !anew)
        .flatMap(held -> firstRegrown(held, mask))
        .ifPresent(
            weight ->
                findings.problem(
                    recorded,
                    "mask "
                        + pruned.mask().sha256()
                        + " keeps "
                        + weight
                        + ", which was pruned before"));
  }

  private static Optional<String> firstRegrown(Mask before, Mask after) {
    for (LayerMask layer : after.layers()) {
      BitSet grown = layer.bits();
      grown.andNot(before.layer(layer.layer()).bits());
      if (!grown.isEmpty()) {
        return Optional.of(layer.layer() + "[" + grown.nextSetBit(0) + "]");
      }
    }
    return Optional.empty();
  }

  private static Optional<String> firstOutside(Mask mask, Checkpoint weights) {
    for (LayerMask layer : mask.layers()) {
      FloatTensor tensor = weights.tensor(layer.layer());
      for (int i = 0; i < tensor.size(); i++) {
        if (!layer.keeps(i) && tensor.value(i) != 0) {
          return Optional.of(layer.layer() + "[" + i + "] = " + tensor.value(i));
        }
      }
    }
    return Optional.empty();
  }

  private void checkpoint(
      ArtifactRef artifact, Architecture architecture, Recorded recorded, Findings findings) {
    try {
      files.check(artifact, architecture);
    } catch (ArtifactUnreadable e) {
      findings.problem(recorded, e.getMessage());
    }
  }

  private Optional<Mask> mask(
      Optional<ArtifactRef> artifact,
      Architecture architecture,
      Recorded recorded,
      Findings findings) {
    try {
      return artifact.flatMap(ref -> files.mask(ref, architecture));
    } catch (ArtifactUnreadable e) {
      findings.problem(recorded, e.getMessage());
      return Optional.empty();
    }
  }
}
