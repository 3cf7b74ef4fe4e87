package io.espalier.events;

import io.espalier.plan.Require;
import io.espalier.plan.StepRef;
import java.util.function.Function;

/** What may arrive on {@code workers}: who is there and what it does. */
public sealed interface WorkerEvent extends Event {

  /** Calls the function for this variant; a new variant makes every call site incomplete. */
  default <R> R match(
      Function<WorkerJoined, R> joined,
      Function<WorkerBusy, R> busy,
      Function<WorkerIdle, R> idle,
      Function<WorkerLeft, R> left) {
    if (this instanceof WorkerJoined e) {
      return joined.apply(e);
    }
    if (this instanceof WorkerBusy e) {
      return busy.apply(e);
    }
    if (this instanceof WorkerIdle e) {
      return idle.apply(e);
    }
    return left.apply((WorkerLeft) this);
  }

  /** The worker's id, unique per process. */
  String worker();

  /** Counts this worker's events from 1. */
  long sequence();

  @Override
  default String eventId() {
    return worker() + "/" + sequence();
  }

  @Override
  default String key() {
    return worker();
  }

  @Override
  default String campaign() {
    return "";
  }

  /**
   * A worker takes work from now on.
   *
   * @param slots trainings it runs at once
   * @param device such as {@code cpu}
   * @param machine operating system, processor architecture and Java version
   */
  @WireName("worker-joined.v1")
  record WorkerJoined(
      String worker,
      long sequence,
      int slots,
      String device,
      String machine,
      String softwareVersion)
      implements WorkerEvent {
    public WorkerJoined {
      Require.text("worker", worker);
      Require.atLeast("sequence", sequence, 1);
      Require.atLeast("slots", slots, 1);
      Require.text("device", device);
      Require.text("machine", machine);
      Require.text("softwareVersion", softwareVersion);
    }
  }

  /**
   * One of the worker's slots began a training.
   *
   * @param slot 0..slots-1
   */
  @WireName("worker-busy.v1")
  record WorkerBusy(
      String worker,
      long sequence,
      int slot,
      String campaign,
      String trial,
      int attempt,
      StepRef at)
      implements WorkerEvent {
    public WorkerBusy {
      Require.text("worker", worker);
      Require.atLeast("sequence", sequence, 1);
      Require.atLeast("slot", slot, 0);
      Require.text("campaign", campaign);
      Require.text("trial", trial);
      Require.atLeast("attempt", attempt, 1);
      Require.present("at", at);
    }
  }

  /** One of the worker's slots waits for work again. */
  @WireName("worker-idle.v1")
  record WorkerIdle(String worker, long sequence, int slot) implements WorkerEvent {
    public WorkerIdle {
      Require.text("worker", worker);
      Require.atLeast("sequence", sequence, 1);
      Require.atLeast("slot", slot, 0);
    }
  }

  /** A worker shut down in order. One that is killed never says so: the broker tells. */
  @WireName("worker-left.v1")
  record WorkerLeft(String worker, long sequence, String reason) implements WorkerEvent {
    public WorkerLeft {
      Require.text("worker", worker);
      Require.atLeast("sequence", sequence, 1);
      Require.text("reason", reason);
    }
  }
}
