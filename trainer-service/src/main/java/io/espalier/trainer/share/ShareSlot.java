package io.espalier.trainer.share;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/**
 * Takes one record at a time from a group and has it worked on.
 *
 * <p>The thread that runs this owns the members. The work itself runs on a second thread, so that
 * the owner can renew the lock at half of its time.
 */
final class ShareSlot implements Runnable {
  private static final Logger LOG = Logger.getLogger(ShareSlot.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final ShareGroup group;
  private final int deliveryLimit;
  private final String worker;
  private final int slot;
  private final Work work;
  private final CompletableFuture<Void> stopping = new CompletableFuture<>();
  private volatile boolean serving;

  ShareSlot(ShareGroup group, int deliveryLimit, String worker, int slot, Work work) {
    this.group = group;
    this.deliveryLimit = deliveryLimit;
    this.worker = worker;
    this.slot = slot;
    this.work = work;
  }

  /** Whether the slot takes work at present. */
  boolean isServing() {
    return serving;
  }

  /** Asks the slot to hand back what it holds and to end. */
  void stop() {
    stopping.complete(null);
  }

  @Override
  public void run() {
    try (SlotThread thread = new SlotThread("training-" + slot)) {
      while (!stopping.isDone()) {
        try (ShareMembers members = new ShareMembers(group, worker, slot)) {
          serving = true;
          serve(members, thread);
        } catch (KafkaException | IllegalStateException e) {
          serving = false;
          LOG.warnf(e, "slot %d lost its place in share group %s, joins again", slot, group.name());
          isDoneWithin(PAUSE, stopping);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      serving = false;
    }
  }

  /** Works until told to stop or until a lock was lost, after which the slot joins afresh. */
  private void serve(ShareMembers members, SlotThread thread) throws InterruptedException {
    boolean lockLost = false;
    while (!stopping.isDone() && !lockLost) {
      Optional<HeldRecord> taken = Optional.empty();
      for (String topic : group.topics()) {
        taken = taken.isEmpty() ? members.take(topic) : taken;
      }
      lockLost = taken.isPresent() && !workOn(taken.get(), thread);
    }
  }

  /** Returns false if the lock was lost on the way. */
  private boolean workOn(HeldRecord held, SlotThread thread) throws InterruptedException {
    int deliveries = held.record().deliveryCount().orElse((short) 1);
    Lease lease = new Lease();
    Delivery delivery =
        new Delivery(held.record(), deliveries, deliveryLimit - deliveries, slot, lease);
    CompletableFuture<Verdict> result = thread.start(() -> verdict(delivery, held.name()));
    try {
      if (!renewUntilDone(held, CompletableFuture.anyOf(result, stopping))) {
        LOG.warnf("the lock of %s was lost, another worker gets it", held.name());
        return false;
      }
      Verdict verdict = result.getNow(Verdict.HAND_BACK);
      held.end(verdict);
      return true;
    } finally {
      lease.end();
      if (!result.isDone()) {
        thread.interrupt();
      }
    }
  }

  /** Returns false if the lock was lost. */
  private boolean renewUntilDone(HeldRecord held, CompletableFuture<Object> resultOrStop)
      throws InterruptedException {
    Duration half = group.lock().dividedBy(2);
    while (!isDoneWithin(half, resultOrStop)) {
      if (!held.renew()) {
        return false;
      }
    }
    return true;
  }

  private Verdict verdict(Delivery delivery, String record) {
    try {
      return work.on(delivery);
    } catch (RuntimeException e) {
      if (delivery.lease().isHeld()) {
        LOG.errorf(e, "the work on %s failed, it is handed back", record);
      } else {
        LOG.debugf(e, "the work on %s was interrupted", record);
      }
      return Verdict.HAND_BACK;
    }
  }

  private static boolean isDoneWithin(Duration time, CompletableFuture<?> future)
      throws InterruptedException {
    try {
      future.get(time.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException("the slot's work ended without a verdict", e);
    }
  }
}
