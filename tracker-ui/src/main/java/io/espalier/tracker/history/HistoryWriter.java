package io.espalier.tracker.history;

import io.espalier.envelope.Decoded;
import io.espalier.envelope.Position;
import io.espalier.events.Topic;
import io.espalier.log.DeadLetters;
import io.espalier.log.DeadLetters.Letter;
import io.espalier.tracker.broker.Publisher;
import io.espalier.tracker.fold.Changes;
import io.espalier.tracker.fold.Fold;
import io.espalier.tracker.fold.PanacheReadModels;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Writes a batch: events, read models and offsets in one transaction. The rows of the offsets are
 * locked first, so that of two instances one sees what the other has written and skips it.
 */
@ApplicationScoped
class HistoryWriter {
  private static final Logger LOG = Logger.getLogger(HistoryWriter.class);

  private final Publisher publisher;

  HistoryWriter(Publisher publisher) {
    this.publisher = publisher;
  }

  /** What a committed batch did: what changed, and where each partition goes on. */
  record Written(Changes changes, Map<TopicPartition, Long> next) {}

  /**
   * Writes records; those that the history has already are left out.
   *
   * @throws Gap if a partition's first new record is not the one that the history lacks
   */
  Written write(Collection<ConsumerRecord<byte[], byte[]>> records) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              Advance advance = Advance.over(records);
              Intake intake = Intake.of(advance.records());
              intake.unreadable().forEach(u -> refuse(u.record(), u.reason()));
              intake.letters().forEach(DeadLetter::keep);
              List<HistoryEvent> rows = intake.rows(known(intake.ids()));
              Changes changes = fold(intake.unseen(rows));
              rows.forEach(row -> row.persist());
              advance.apply(intake.events());
              return new Written(changes, advance.next());
            });
  }

  /** Passes over a record that cannot be written: it becomes a dead letter. */
  Written passOver(ConsumerRecord<byte[], byte[]> record, String reason) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              Advance advance = Advance.over(List.of(record));
              advance.records().forEach(r -> refuse(r, reason));
              advance.apply(List.of());
              return new Written(Changes.NONE, advance.next());
            });
  }

  static Changes fold(List<Decoded.Received> events) {
    PanacheReadModels models = new PanacheReadModels(Intake.eventsOf(events));
    Fold fold = new Fold(models);
    try {
      events.forEach(e -> fold.apply(e.event(), e.envelope().time(), e.archive()));
    } catch (RuntimeException e) {
      throw new Unfoldable(e);
    }
    Changes changes = fold.finish();
    models.write();
    return changes;
  }

  private void refuse(ConsumerRecord<byte[], byte[]> record, String reason) {
    Instant now = Instant.now();
    LOG.warnf("dead letter: %s", reason);
    if (Topic.named(record.topic()).isPresent()) {
      publisher.publish(DeadLetters.letter(record, reason, Publisher.SERVICE, now));
    }
    DeadLetter.keep(
        new Letter(
            new Position(record.topic(), record.partition(), record.offset()),
            Publisher.SERVICE,
            reason,
            now));
  }

  private static Set<String> known(Set<String> ids) {
    if (ids.isEmpty()) {
      return Set.of();
    }
    List<Object[]> found =
        HistoryEvent.getEntityManager()
            .createQuery(
                "select e.topic, e.id, e.archive from HistoryEvent e where e.id in ?1 and not e.seenBefore",
                Object[].class)
            .setParameter(1, ids)
            .getResultList();
    return found.stream()
        .map(row -> Intake.identity((String) row[0], (String) row[1], (String) row[2]))
        .collect(Collectors.toSet());
  }

  /** An event that the fold fails on. */
  static final class Unfoldable extends RuntimeException {
    Unfoldable(RuntimeException cause) {
      super("cannot be folded: " + cause, cause);
    }
  }
}
