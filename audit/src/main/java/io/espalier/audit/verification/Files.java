package io.espalier.audit.verification;

import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.artifacts.mask.Mask;
import io.espalier.artifacts.store.ArtifactStore;
import io.espalier.artifacts.store.ArtifactUnreadable;
import io.espalier.plan.Architecture;
import io.espalier.plan.ArtifactRef;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The files of a campaign, checked when they are first asked for: there, of the right length and
 * hash, well-formed, fit for their network. A damaged file is complained about once. The masks that
 * were read last are kept.
 */
final class Files {
  private static final int MASKS = 16;

  private record Use(ArtifactRef artifact, Architecture architecture) {}

  private final ArtifactStore store;
  private final Map<Use, Boolean> checkpoints = new HashMap<>();
  private final Set<Use> brokenMasks = new HashSet<>();
  private final Set<ArtifactRef> seen = new HashSet<>();
  private final Map<Use, Mask> masks =
      new LinkedHashMap<>(MASKS, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Use, Mask> eldest) {
          return size() > MASKS;
        }
      };

  Files(ArtifactStore store) {
    this.store = store;
  }

  /**
   * A mask; empty if it was complained about before.
   *
   * @throws ArtifactUnreadable saying what is wrong with it
   */
  Optional<Mask> mask(ArtifactRef artifact, Architecture architecture) {
    Use use = new Use(artifact, architecture);
    Mask known = masks.get(use);
    if (known != null || brokenMasks.contains(use)) {
      return Optional.ofNullable(known);
    }
    try {
      Mask read = Mask.fromBytes(read(artifact), architecture);
      masks.put(use, read);
      return Optional.of(read);
    } catch (ArtifactUnreadable e) {
      brokenMasks.add(use);
      throw named("mask", artifact, e);
    }
  }

  /**
   * The weights of a checkpoint; empty if it was complained about before.
   *
   * @throws ArtifactUnreadable saying what is wrong with it
   */
  Optional<Checkpoint> checkpoint(ArtifactRef artifact, Architecture architecture) {
    Use use = new Use(artifact, architecture);
    if (checkpoints.getOrDefault(use, true)) {
      try {
        Checkpoint checkpoint = Checkpoint.fromBytes(read(artifact));
        checkpoint.requireFits(architecture);
        checkpoints.put(use, true);
        return Optional.of(checkpoint);
      } catch (ArtifactUnreadable e) {
        checkpoints.put(use, false);
        throw named("checkpoint", artifact, e);
      }
    }
    return Optional.empty();
  }

  /**
   * Reads a checkpoint unless it was read before.
   *
   * @throws ArtifactUnreadable saying what is wrong with it
   */
  void check(ArtifactRef artifact, Architecture architecture) {
    if (!checkpoints.containsKey(new Use(artifact, architecture))) {
      checkpoint(artifact, architecture);
    }
  }

  /** Different files that were looked for. */
  int count() {
    return seen.size();
  }

  private byte[] read(ArtifactRef artifact) {
    seen.add(artifact);
    return store.read(artifact);
  }

  private static ArtifactUnreadable named(String role, ArtifactRef artifact, ArtifactUnreadable e) {
    return new ArtifactUnreadable(role + " " + artifact.sha256() + ": " + e.getMessage(), e);
  }
}
