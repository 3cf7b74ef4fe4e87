package io.espalier.tracker.history;

import io.espalier.envelope.Decoded;
import io.espalier.events.Event;
import io.espalier.events.Topic;
import io.espalier.log.DeadLetters;
import io.espalier.log.DeadLetters.Letter;
import io.espalier.log.KafkaEvents;
import io.espalier.tracker.fold.Fold;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What a batch of records holds.
 *
 * @param events readable events, in the order of the batch
 * @param unreadable records that the tracker cannot read, with the reason
 * @param letters what others could not read
 */
record Intake(List<Decoded.Received> events, List<Unreadable> unreadable, List<Letter> letters) {

  /** A record that the tracker cannot read. */
  record Unreadable(ConsumerRecord<byte[], byte[]> record, String reason) {}

  static Intake of(List<ConsumerRecord<byte[], byte[]>> records) {
    Intake intake = new Intake(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (ConsumerRecord<byte[], byte[]> record : records) {
      if (Topic.named(record.topic()).isEmpty()) {
        intake.letters.add(DeadLetters.read(record));
        continue;
      }
      Decoded decoded = KafkaEvents.read(record);
      if (decoded instanceof Decoded.Received received) {
        intake.events.add(received);
      } else {
        intake.unreadable.add(new Unreadable(record, ((Decoded.Malformed) decoded).reason()));
      }
    }
    return intake;
  }

  /** Ids of all events. */
  Set<String> ids() {
    Set<String> ids = new HashSet<>();
    events.forEach(e -> ids.add(e.event().eventId()));
    return ids;
  }

  /** The rows for the history; {@code known} holds {@link #identity} of what is there already. */
  List<HistoryEvent> rows(Set<String> known) {
    Set<String> seen = new HashSet<>(known);
    List<HistoryEvent> rows = new ArrayList<>();
    for (Decoded.Received received : events) {
      boolean first =
          seen.add(
              identity(
                  received.position().topic(),
                  received.event().eventId(),
                  received.archive().orElse(null)));
      rows.add(HistoryEvent.of(received, Fold.trialOf(received.event()).orElse(null), !first));
    }
    return rows;
  }

  /**
   * Event ids are unique within a topic; but an imported event is not the same as one that happened
   * here, for workers of two machines may have the same name.
   *
   * @param archive root hash of the archive it was imported from; null if it happened here
   */
  static String identity(String topic, String id, String archive) {
    return topic + " " + (archive == null ? "" : archive) + " " + id;
  }

  /** Those events whose row says that they were not seen before. */
  List<Decoded.Received> unseen(List<HistoryEvent> rows) {
    List<Decoded.Received> unseen = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      if (!rows.get(i).seenBefore) {
        unseen.add(events.get(i));
      }
    }
    return unseen;
  }

  static List<Event> eventsOf(List<Decoded.Received> received) {
    return received.stream().<Event>map(Decoded.Received::event).toList();
  }
}
