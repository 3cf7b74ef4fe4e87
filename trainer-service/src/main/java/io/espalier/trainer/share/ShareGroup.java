package io.espalier.trainer.share;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * A share group and how its members consume.
 *
 * @param client client settings; {@code bootstrap.servers} is needed
 * @param name the group's name on the broker
 * @param topics the topics that hold the work, those first that are asked first
 * @param lock how long a record stays with a silent member before another one gets it
 */
public record ShareGroup(
    Map<String, Object> client, String name, List<String> topics, Duration lock) {

  private static final long TIMEOUT_SECONDS = 30;
  private static final String DELIVERY_LIMIT = "group.share.delivery.count.limit";

  public ShareGroup {
    client = Map.copyOf(client);
    topics = List.copyOf(topics);
  }

  /**
   * Sets the group's settings on the broker: it starts with the oldest record and hands a record on
   * when its lock runs out.
   *
   * @throws KafkaException if the broker refuses them, such as a lock outside its limits
   */
  public void configure(Admin admin) {
    ConfigResource group = new ConfigResource(ConfigResource.Type.GROUP, name);
    Collection<AlterConfigOp> settings =
        List.of(
            set("share.auto.offset.reset", "earliest"),
            set("share.record.lock.duration.ms", String.valueOf(lock.toMillis())));
    await(
        "configure share group " + name,
        admin.incrementalAlterConfigs(Map.of(group, settings)).all());
  }

  /** How often the broker hands a record out before it drops it silently; the broker's setting. */
  public static int deliveryLimit(Admin admin) {
    Node node = await("describe the cluster", admin.describeCluster().nodes()).iterator().next();
    ConfigResource broker = new ConfigResource(ConfigResource.Type.BROKER, node.idString());
    ConfigEntry limit =
        await("read the broker's settings", admin.describeConfigs(List.of(broker)).all())
            .get(broker)
            .get(DELIVERY_LIMIT);
    if (limit == null) {
      throw new KafkaException(
          "the broker has no share groups; Apache Kafka 4.2 or newer is needed");
    }
    return Integer.parseInt(limit.value());
  }

  /** A new member that takes work from one of the topics; the caller's thread owns it. */
  KafkaShareConsumer<byte[], byte[]> join(String topic, String clientId) {
    Map<String, Object> config = new HashMap<>(client);
    config.put(ConsumerConfig.GROUP_ID_CONFIG, name);
    config.put(ConsumerConfig.CLIENT_ID_CONFIG, clientId);
    config.put(ConsumerConfig.SHARE_ACKNOWLEDGEMENT_MODE_CONFIG, "explicit");
    config.put(ConsumerConfig.SHARE_ACQUIRE_MODE_CONFIG, "record_limit");
    config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
    KafkaShareConsumer<byte[], byte[]> member =
        new KafkaShareConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    member.subscribe(List.of(topic));
    return member;
  }

  private static AlterConfigOp set(String setting, String value) {
    return new AlterConfigOp(new ConfigEntry(setting, value), AlterConfigOp.OpType.SET);
  }

  private static <T> T await(String what, KafkaFuture<T> future) {
    try {
      return future.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted: " + what, e);
    } catch (TimeoutException e) {
      throw new KafkaException("no answer within " + TIMEOUT_SECONDS + " s: " + what, e);
    } catch (ExecutionException e) {
      throw new KafkaException("failed: " + what + ": " + e.getCause().getMessage(), e.getCause());
    }
  }
}
