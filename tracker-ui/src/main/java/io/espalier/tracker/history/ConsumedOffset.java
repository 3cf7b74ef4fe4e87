package io.espalier.tracker.history;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** How far a partition was read. */
@Entity
@IdClass(ConsumedOffset.Key.class)
public class ConsumedOffset extends PanacheEntityBase {
  /** A partition. */
  public record Key(String topic, int logPartition) {}

  @Id public String topic;
  @Id public int logPartition;

  /** The first offset that is not in the history. */
  public long nextOffset;

  /** Events of this partition in the history. */
  public long events;

  /** Reads the rows of these topics and keeps every other transaction from them. */
  static List<ConsumedOffset> locked(Collection<String> topics) {
    return ConsumedOffset.<ConsumedOffset>find("topic in ?1 order by topic, logPartition", topics)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }

  /** Where reading goes on, by the last commit. */
  static Optional<ConsumedOffset> of(String topic, int partition) {
    return findByIdOptional(new Key(topic, partition));
  }

  /** Makes the row of a partition that was never read. */
  static void ensure(String topic, int partition) {
    getEntityManager()
        .createNativeQuery(
            "insert into consumed_offset (topic, log_partition, next_offset, events)"
                + " values (?1, ?2, 0, 0) on conflict do nothing")
        .setParameter(1, topic)
        .setParameter(2, partition)
        .executeUpdate();
  }
}
