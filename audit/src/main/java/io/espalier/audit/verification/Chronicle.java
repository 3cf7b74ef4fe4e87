package io.espalier.audit.verification;

import io.espalier.envelope.Decoded;
import io.espalier.envelope.Position;
import io.espalier.events.CampaignEvent.CampaignLaunched;
import io.espalier.events.Event;
import io.espalier.plan.StepRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The events of one campaign by id, each once: of those told again the first counts. A fold; memory
 * is that of the facts, the plan of a trial being held once.
 */
final class Chronicle {
  private final Map<String, Recorded> first = new LinkedHashMap<>();
  private final Map<String, List<Recorded>> repeats = new HashMap<>();
  private final SharedPlans plans = new SharedPlans();
  private Optional<CampaignLaunched> launched = Optional.empty();
  private long records;

  /** Takes an event in; gives the one of the same id that came before. */
  Optional<Recorded> add(Decoded.Received received) {
    records++;
    Recorded recorded = Recorded.of(received, plans.shared(received.event()));
    Recorded before = first.putIfAbsent(recorded.id(), recorded);
    if (before != null) {
      repeats.computeIfAbsent(recorded.id(), id -> new ArrayList<>()).add(recorded);
    } else if (recorded.event() instanceof CampaignLaunched launch) {
      launched = Optional.of(launch);
    }
    return Optional.ofNullable(before);
  }

  /** The launch of the campaign, if the log has it. */
  Optional<CampaignLaunched> launched() {
    return launched;
  }

  /** Records, repeated ones included. */
  long records() {
    return records;
  }

  /** Each event once, in the order of topics, partitions and offsets. */
  Collection<Recorded> events() {
    return first.values();
  }

  /** The event of an id. */
  Optional<Recorded> event(String id) {
    return Optional.ofNullable(first.get(id));
  }

  /** The event of one kind about a training, such as {@code trained}. */
  <E extends Event> Optional<E> event(TrainingKey training, String kind, Class<E> type) {
    return event(training + "/" + kind).map(Recorded::event).map(type::cast);
  }

  /** Whether an event of this kind was told about a training. */
  boolean has(TrainingKey training, String kind) {
    return first.containsKey(training + "/" + kind);
  }

  /** Whether a record of this id has this hash: the first one or one that was told again. */
  boolean has(String id, String hash) {
    Recorded recorded = first.get(id);
    return recorded != null
        && (recorded.hash().equals(hash)
            || repeats.getOrDefault(id, List.of()).stream().anyMatch(r -> r.hash().equals(hash)));
  }

  /** The hash of every record, repeated ones included, by its position. */
  Map<Position, String> hashes() {
    Map<Position, String> hashes = new HashMap<>();
    Stream.concat(first.values().stream(), repeats.values().stream().flatMap(List::stream))
        .forEach(recorded -> hashes.put(recorded.position(), recorded.hash()));
    return hashes;
  }

  /** Every event with the cause that the log has for it, by the id of the cause. */
  Map<String, List<Recorded>> effects() {
    Map<String, List<Recorded>> effects = new HashMap<>();
    for (Recorded recorded : first.values()) {
      recorded
          .cause()
          .ifPresent(
              cause -> effects.computeIfAbsent(cause.id(), id -> new ArrayList<>()).add(recorded));
    }
    return effects;
  }

  /** The trainings that anything is told of, in the order of their trials' plans. */
  List<TrainingKey> trainings() {
    Map<TrainingKey, StepRef> keys = new LinkedHashMap<>();
    for (Recorded recorded : first.values()) {
      TrainingKey.of(recorded.event()).ifPresent(key -> keys.putIfAbsent(key, key.at()));
    }
    return keys.keySet().stream().sorted(new TrainingOrder(launched)).toList();
  }
}
