package io.espalier.trainer.share;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;

/**
 * A slot's members of the group, one per topic. Used by the slot's own thread only.
 *
 * <p>One per topic, because members with the same subscription divide the partitions of all their
 * topics among themselves, so that some would never see one of the topics. While the slot works on
 * a record, only the member that holds it stays: a waiting member keeps fetching in the background,
 * and what it fetched would be kept from idle workers until its lock runs out.
 */
final class ShareMembers implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(250);

  private final ShareGroup group;
  private final String worker;
  private final int slot;
  private final Map<String, KafkaShareConsumer<byte[], byte[]>> members = new LinkedHashMap<>();

  ShareMembers(ShareGroup group, String worker, int slot) {
    this.group = group;
    this.worker = worker;
    this.slot = slot;
  }

  /** The next record of a topic if there is one soon; the slot then leaves the other topics. */
  Optional<HeldRecord> take(String topic) {
    KafkaShareConsumer<byte[], byte[]> member =
        members.computeIfAbsent(topic, t -> group.join(t, clientId(t)));
    for (ConsumerRecord<byte[], byte[]> record : member.poll(POLL)) {
      members.values().stream().filter(other -> other != member).forEach(ShareMembers::leave);
      members.values().removeIf(other -> other != member);
      return Optional.of(new HeldRecord(member, record));
    }
    return Optional.empty();
  }

  /** {@code <worker>-<n>}, where n is unique among the members of all slots of a worker. */
  private String clientId(String topic) {
    int topics = group.topics().size();
    return worker + "-" + (slot * topics + group.topics().indexOf(topic));
  }

  /** Leaves the group; what is held or was fetched goes back at once. */
  @Override
  public void close() {
    members.values().forEach(ShareMembers::leave);
    members.clear();
  }

  private static void leave(KafkaShareConsumer<byte[], byte[]> member) {
    member.close(Duration.ofSeconds(2));
  }
}
