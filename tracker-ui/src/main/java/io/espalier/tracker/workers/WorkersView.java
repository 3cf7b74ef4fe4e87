package io.espalier.tracker.workers;

import java.time.Instant;
import java.util.List;

/**
 * Who works, and on what.
 *
 * @param queued trainings that any worker may take
 */
public record WorkersView(List<Row> workers, long queued, Scaling scaling) {
  /**
   * A worker that has not said goodbye.
   *
   * @param alive whether the broker has it in the trainers' group
   */
  public record Row(
      String worker,
      String device,
      String machine,
      List<Slot> slots,
      Instant joinedAt,
      boolean alive) {}

  /**
   * How many trainers should run.
   *
   * @param available whether this server can change the number
   * @param trainers as the launcher says; without a launcher, the workers that are alive
   */
  public record Scaling(boolean available, int trainers) {}
}
