package io.espalier.launcher.client.view;

import java.util.List;

/**
 * Who trains, and on what.
 *
 * @param queued trainings that any worker may take
 */
public record Workers(List<Worker> workers, long queued, Scaling scaling) {

  /**
   * One trainer process.
   *
   * @param device what it computes on, such as {@code cpu}
   * @param machine where it runs
   * @param alive whether the broker has heard of it lately
   */
  public record Worker(
      String worker,
      String device,
      String machine,
      List<Slot> slots,
      String joinedAt,
      boolean alive) {}

  /** What one slot of a worker trains; {@code trial} is null while it is idle. */
  public record Slot(
      int slot, String campaign, String trial, String branch, Integer step, String since) {}

  /** How many trainers should run, and whether that can be changed. */
  public record Scaling(boolean available, int trainers) {}
}
