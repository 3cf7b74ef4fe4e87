package io.espalier.tracker.workers;

import io.espalier.tracker.broker.TrainersGroup;
import io.espalier.tracker.trials.Training;
import io.espalier.tracker.trials.TrainingState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads workers; what the broker and the launcher know is asked in the background. */
@ApplicationScoped
@Transactional
public class WorkerQueries {
  private static final Duration DEAD_ARE_SHOWN = Duration.ofMinutes(10);

  private final TrainersGroup group;
  private final LauncherControl control;

  WorkerQueries(TrainersGroup group, LauncherControl control) {
    this.group = group;
    this.control = control;
  }

  /** Workers that have not said goodbye; those that died are shown for ten minutes. */
  public WorkersView view() {
    Instant recent = Instant.now().minus(DEAD_ARE_SHOWN);
    Map<String, List<Slot>> slots =
        Slot.<Slot>list("worker in (select w.id from Worker w where w.leftAt is null)").stream()
            .collect(Collectors.groupingBy(s -> s.worker));
    List<WorkersView.Row> rows = new ArrayList<>();
    for (Worker w : Worker.<Worker>list("leftAt is null order by joinedAt, id")) {
      boolean alive = alive(w.id);
      if (alive || w.seenAt.isAfter(recent)) {
        rows.add(
            new WorkersView.Row(
                w.id,
                w.device,
                w.machine,
                all(w, slots.getOrDefault(w.id, List.of())),
                w.joinedAt,
                alive));
      }
    }
    int living = (int) rows.stream().filter(WorkersView.Row::alive).count();
    return new WorkersView(
        rows,
        Training.count(
            "current and state = ?1 and campaign not in"
                + " (select c.id from Campaign c where c.archive is not null)",
            TrainingState.QUEUED),
        control.scaling(living));
  }

  /** Whether the broker has the worker in the trainers' group. */
  public boolean alive(String worker) {
    return worker != null
        && group.clientIds().stream().anyMatch(id -> id.matches("\\Q" + worker + "\\E-\\d+"));
  }

  private static List<Slot> all(Worker worker, List<Slot> known) {
    List<Slot> slots = new ArrayList<>(known);
    IntStream.range(0, worker.slots)
        .filter(number -> known.stream().noneMatch(s -> s.slot == number))
        .forEach(
            number -> slots.add(Slot.firstSeen(new Slot.Key(worker.id, number), worker.joinedAt)));
    slots.sort(Comparator.comparingInt(s -> s.slot));
    return slots;
  }
}
