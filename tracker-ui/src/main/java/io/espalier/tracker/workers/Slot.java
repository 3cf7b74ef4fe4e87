package io.espalier.tracker.workers;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.espalier.events.WorkerEvent.WorkerBusy;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;

/** One of a worker's slots; without a trial it waits for work. */
@Entity
@IdClass(Slot.Key.class)
public class Slot extends PanacheEntityBase {
  /** A slot of a worker. */
  public record Key(String worker, int slot) {}

  @Id @JsonIgnore public String worker;
  @Id public int slot;
  public String campaign;
  public String trial;
  public String branch;
  public Integer step;
  public Instant since;

  /** A slot of which the first word arrived. */
  public static Slot firstSeen(Key key, Instant time) {
    Slot slot = new Slot();
    slot.worker = key.worker();
    slot.slot = key.slot();
    slot.since = time;
    return slot;
  }

  /** It began a training. */
  public void busy(WorkerBusy e, Instant time) {
    campaign = e.campaign();
    trial = e.trial();
    branch = e.at().branch();
    step = e.at().step();
    since = time;
  }

  /** It waits for work. */
  public void idle(Instant time) {
    campaign = null;
    trial = null;
    branch = null;
    step = null;
    since = time;
  }
}
