package io.espalier.tracker.history;

import io.espalier.log.DeadLetters.Letter;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;

/** A record that a service could not read. */
@Entity
@IdClass(DeadLetter.Key.class)
public class DeadLetter extends PanacheEntityBase {
  /** The record and who could not read it: the same letter may arrive twice. */
  public record Key(String topic, int logPartition, long logOffset, String service) {}

  @Id public String topic;
  @Id public int logPartition;
  @Id public long logOffset;
  @Id public String service;
  public String reason;
  public Instant time;

  /** Keeps a letter unless it is known. */
  static void keep(Letter letter) {
    getEntityManager()
        .createNativeQuery(
            "insert into dead_letter (topic, log_partition, log_offset, service, reason, time)"
                + " values (?1, ?2, ?3, ?4, ?5, ?6) on conflict do nothing")
        .setParameter(1, letter.original().topic())
        .setParameter(2, letter.original().partition())
        .setParameter(3, letter.original().offset())
        .setParameter(4, storable(letter.service()))
        .setParameter(5, storable(letter.reason()))
        .setParameter(6, letter.time())
        .executeUpdate();
  }

  private static String storable(String text) {
    return text.replace('\0', '\uFFFD');
  }
}
