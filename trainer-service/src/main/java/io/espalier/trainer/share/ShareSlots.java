package io.espalier.trainer.share;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** A worker's slots: as many members of the group as it does trainings at once. */
public final class ShareSlots implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(ShareSlots.class);
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  private final List<ShareSlot> slots;
  private final List<Thread> owners;

  private ShareSlots(List<ShareSlot> slots) {
    this.slots = slots;
    this.owners =
        IntStream.range(0, slots.size())
            .mapToObj(slot -> owner(slots.get(slot), "slot-" + slot))
            .toList();
  }

  /**
   * Starts to take work. The members are called {@code <worker>-<n>}, so that the broker's
   * description of the group tells which workers are alive.
   *
   * @param deliveryLimit the broker's, see {@link ShareGroup#deliveryLimit}
   * @param slots records worked on at once, 1 or more
   */
  public static ShareSlots start(
      ShareGroup group, int deliveryLimit, String worker, int slots, Work work) {
    ShareSlots started =
        new ShareSlots(
            IntStream.range(0, slots)
                .mapToObj(slot -> new ShareSlot(group, deliveryLimit, worker, slot, work))
                .toList());
    started.owners.forEach(Thread::start);
    return started;
  }

  /** Whether every slot is a member of the group at present. */
  public boolean areServing() {
    return slots.stream().allMatch(ShareSlot::isServing);
  }

  /** Hands back what is being worked on and leaves the group; takes seconds at most. */
  @Override
  public void close() {
    slots.forEach(ShareSlot::stop);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    for (Thread owner : owners) {
      try {
        TimeUnit.NANOSECONDS.timedJoin(owner, Math.max(1, deadline - System.nanoTime()));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
    Stream<String> late = owners.stream().filter(Thread::isAlive).map(Thread::getName);
    late.forEach(name -> LOG.warnf("%s did not end within %s", name, PATIENCE));
  }

  private static Thread owner(ShareSlot slot, String name) {
    Thread thread = new Thread(slot, name);
    thread.setDaemon(true);
    return thread;
  }
}
