package io.espalier.tracker.fold;

import io.espalier.events.WorkerEvent;
import io.espalier.tracker.workers.Slot;
import io.espalier.tracker.workers.Worker;
import java.time.Instant;

/** What workers say about themselves. All events of a worker share a key and come in order. */
final class Workers {
  private final ReadModels models;

  Workers(ReadModels models) {
    this.models = models;
  }

  void apply(WorkerEvent event, Instant time) {
    Worker worker = models.worker(event.worker(), time);
    worker.seenAt = time;
    event.match(
        joined -> run(() -> worker.joined(joined, time)),
        busy -> run(() -> slot(worker, busy.slot(), time).busy(busy, time)),
        idle -> run(() -> slot(worker, idle.slot(), time).idle(time)),
        left ->
            run(
                () -> {
                  worker.leftAt = time;
                  models.slotsOf(worker.id).forEach(slot -> slot.idle(time));
                }));
  }

  private Slot slot(Worker worker, int slot, Instant time) {
    return models.slot(new Slot.Key(worker.id, slot), time);
  }

  private static Void run(Runnable action) {
    action.run();
    return null;
  }
}
