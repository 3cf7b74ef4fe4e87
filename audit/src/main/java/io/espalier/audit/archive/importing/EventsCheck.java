package io.espalier.audit.archive.importing;

import io.espalier.audit.archive.format.ArchiveEntry;
import io.espalier.audit.archive.format.EventLine;
import io.espalier.audit.archive.format.Manifest;
import io.espalier.audit.history.NamedArtifacts;
import io.espalier.envelope.Cause;
import io.espalier.envelope.Decoded;
import io.espalier.envelope.Position;
import io.espalier.events.CampaignEvent;
import io.espalier.events.CampaignEvent.CampaignLaunched;
import io.espalier.events.WorkerEvent;
import io.espalier.plan.ArtifactRef;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/**
 * What must hold of an archive's events among themselves: each can be read, is of the campaign, and
 * comes after its cause, whose hash it has; and they name the artifacts that are there.
 */
final class EventsCheck {
  private final Manifest manifest;
  private final Problems problems;
  private final Map<String, String> idsByHash = new HashMap<>();
  private final Map<TopicPartition, Long> offsets = new HashMap<>();
  private final Set<ArtifactRef> named = new HashSet<>();
  private Optional<CampaignLaunched> launched = Optional.empty();
  private long lines;

  EventsCheck(Manifest manifest, Problems problems) {
    this.manifest = manifest;
    this.problems = problems;
  }

  /** Takes the next line; gives its event if it can be read. */
  Optional<Decoded.Received> take(String text) {
    lines++;
    Decoded decoded;
    try {
      decoded = EventLine.parse(text).decode();
    } catch (IllegalArgumentException e) {
      problem("", e.getMessage());
      return Optional.empty();
    }
    if (decoded instanceof Decoded.Malformed malformed) {
      problem("", "is no event: " + malformed.reason());
      return Optional.empty();
    }
    Decoded.Received event = (Decoded.Received) decoded;
    String id = event.event().eventId();
    if (!event.event().campaign().equals(manifest.campaign())) {
      problem(id, "is of another campaign, " + EntryName.shown(event.event().campaign()));
    }
    position(event.position(), id);
    cause(event, id);
    idsByHash.put(event.hash(), id);
    named.addAll(NamedArtifacts.of(event.event()));
    if (event.event() instanceof CampaignLaunched launch) {
      launched = Optional.of(launch);
    }
    return Optional.of(event);
  }

  private void position(Position at, String id) {
    Long before = offsets.put(new TopicPartition(at.topic(), at.partition()), at.offset());
    if (before != null && before >= at.offset()) {
      problem(id, "stands at " + at + ", behind offset " + before + " of the same partition");
    }
  }

  private void cause(Decoded.Received event, String id) {
    Optional<Cause> cause = event.envelope().cause();
    if (cause.isEmpty()) {
      if (!(event.event() instanceof CampaignEvent || event.event() instanceof WorkerEvent)) {
        problem(id, "names no cause");
      }
      return;
    }
    if (!cause.get().id().equals(idsByHash.get(cause.get().hash()))) {
      problem(
          id,
          "the chain is broken: no event before it is its cause "
              + EntryName.shown(cause.get().id())
              + " with the hash "
              + cause.get().hash());
    }
  }

  /** Says what is missing, after the last line. */
  void finish() {
    if (lines != manifest.events()) {
      problems.add(
          ArchiveEntry.EVENTS + " has " + lines + " lines instead of " + manifest.events());
    }
    if (launched.isEmpty()) {
      problems.add(
          "the launch of campaign " + EntryName.shown(manifest.campaign()) + " is missing");
    } else if (!launched.get().spec().name().equals(manifest.name())) {
      problems.add(
          "the manifest calls the campaign '"
              + EntryName.shown(manifest.name())
              + "', its launch '"
              + EntryName.shown(launched.get().spec().name())
              + "'");
    }
    Set<ArtifactRef> listed = new HashSet<>();
    manifest.entries().forEach(entry -> entry.artifact().ifPresent(listed::add));
    named.stream()
        .filter(artifact -> !listed.contains(artifact))
        .map(artifact -> "an event names the artifact " + artifact.sha256() + ", which is missing")
        .sorted()
        .forEach(problems::add);
    listed.stream()
        .filter(artifact -> !named.contains(artifact))
        .map(artifact -> "no event names the artifact " + artifact.sha256())
        .sorted()
        .forEach(problems::add);
  }

  private void problem(String id, String what) {
    problems.add(
        ArchiveEntry.EVENTS
            + " line "
            + lines
            + (id.isEmpty() ? "" : ", " + EntryName.shown(id))
            + ": "
            + what);
  }
}
