package io.espalier.trainer.running;

import io.espalier.events.Topic;
import io.espalier.log.Topics;
import io.espalier.trainer.following.LogFollower;
import io.espalier.trainer.orders.History;
import io.espalier.trainer.share.ShareGroup;
import io.espalier.trainer.share.ShareSlots;
import io.espalier.trainer.share.Work;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;

/** A worker that takes work: from the checks of the broker to the last record handed back. */
final class TrainerRun implements AutoCloseable {
  /** The share group of all workers. */
  static final String GROUP = "trainers";

  /** Retrainings first: a trial that was begun is finished before another one is begun. */
  private static final List<String> WORK_TOPICS =
      List.of(Topic.PRUNED.topicName(), Topic.ARCHITECTURE_PROPOSED.topicName());

  private static final List<Topic> HISTORY_TOPICS = List.of(Topic.TRAINED, Topic.CAMPAIGNS);

  private final Admin admin;
  private final LogFollower follower;
  private final ShareSlots slots;

  private TrainerRun(Admin admin, LogFollower follower, ShareSlots slots) {
    this.admin = admin;
    this.follower = follower;
    this.slots = slots;
  }

  /** What the broker was found to be and what this worker knows when it begins. */
  record Preparation(Admin admin, ShareGroup group, int deliveryLimit, LogFollower follower) {

    /** Takes work from now on. */
    TrainerRun run(String worker, int slots, Work work) {
      return new TrainerRun(
          admin, follower, ShareSlots.start(group, deliveryLimit, worker, slots, work));
    }
  }

  /**
   * Makes topics and group right and reads the history.
   *
   * @throws io.espalier.log.TopicsUnfit if the broker would lose events
   */
  static Preparation prepare(Map<String, Object> client, Duration lock, History history) {
    ShareGroup group = new ShareGroup(client, GROUP, WORK_TOPICS, lock);
    Admin admin = Admin.create(client);
    try {
      Topics.ensure(admin);
      group.configure(admin);
      int deliveryLimit = ShareGroup.deliveryLimit(admin);
      LogFollower follower = LogFollower.start(client, HISTORY_TOPICS, history::learn);
      return new Preparation(admin, group, deliveryLimit, follower);
    } catch (RuntimeException e) {
      admin.close();
      throw e;
    }
  }

  /** Whether every slot takes work. */
  boolean isServing() {
    return slots.areServing();
  }

  /** Whether the broker answers in time. */
  boolean isBrokerReachable(Duration patience) {
    try {
      admin.describeCluster().clusterId().get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (ExecutionException | TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Hands back what is being trained; takes seconds at most. */
  @Override
  public void close() {
    slots.close();
    follower.close();
    admin.close(Duration.ofSeconds(1));
  }
}
