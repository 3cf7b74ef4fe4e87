package io.espalier.tracker.workers;

import io.espalier.events.WorkerEvent.WorkerJoined;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;

/** A worker process. */
@Entity
public class Worker extends PanacheEntityBase {
  @Id public String id;
  public String device;
  public String machine;
  public int slots;
  public String softwareVersion;
  public Instant joinedAt;

  /** When it last said something on the topic {@code workers}. */
  public Instant seenAt;

  public Instant leftAt;

  /** A worker of which the first word arrived. */
  public static Worker firstSeen(String id, Instant time) {
    Worker worker = new Worker();
    worker.id = id;
    worker.joinedAt = time;
    worker.seenAt = time;
    return worker;
  }

  /** It takes work from now on. */
  public void joined(WorkerJoined e, Instant time) {
    device = e.device();
    machine = e.machine();
    slots = e.slots();
    softwareVersion = e.softwareVersion();
    joinedAt = time;
    leftAt = null;
  }
}
