package io.espalier.trainer.following;

import io.espalier.envelope.Decoded;
import io.espalier.envelope.Decoded.Malformed;
import io.espalier.envelope.Decoded.Received;
import io.espalier.events.Event;
import io.espalier.events.Topic;
import io.espalier.log.KafkaEvents;
import io.espalier.log.LogReplay;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;

/**
 * Hands every event of some topics that happened here to a listener: all that stand in the log at
 * the start before {@link #start} returns, later ones as they come. It reads for itself, outside of
 * any group, so that each worker sees everything.
 */
public final class LogFollower implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(LogFollower.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final long PAUSE_SECONDS = 1;

  private final Map<String, Object> client;
  private final Consumer<Event> listener;
  private final Map<TopicPartition, Long> positions;
  private final CountDownLatch closing = new CountDownLatch(1);

  private LogFollower(
      Map<String, Object> client, Consumer<Event> listener, Map<TopicPartition, Long> positions) {
    this.client = client;
    this.listener = listener;
    this.positions = positions;
  }

  /**
   * Reads what there is, then follows on a thread of its own.
   *
   * @param client client settings; {@code bootstrap.servers} is needed
   * @param listener called on the caller's thread first and on the follower's later
   */
  public static LogFollower start(
      Map<String, Object> client, List<Topic> topics, Consumer<Event> listener) {
    Map<TopicPartition, Long> positions =
        LogReplay.replay(client, topics, decoded -> hand(decoded, listener));
    LogFollower follower = new LogFollower(client, listener, new HashMap<>(positions));
    Thread thread = new Thread(follower::followUntilClosed, "log-follower");
    thread.setDaemon(true);
    thread.start();
    return follower;
  }

  /** Stops to follow, within a second. */
  @Override
  public void close() {
    closing.countDown();
  }

  private void followUntilClosed() {
    try {
      boolean closed = false;
      while (!closed) {
        try {
          follow();
        } catch (KafkaException e) {
          LOG.warn("the log could not be read, trying again", e);
        }
        closed = closing.await(PAUSE_SECONDS, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void follow() {
    Map<String, Object> config = new HashMap<>(client);
    config.remove(ConsumerConfig.GROUP_ID_CONFIG);
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(positions.keySet());
      positions.forEach(consumer::seek);
      while (closing.getCount() > 0) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          hand(KafkaEvents.read(record), listener);
          positions.put(
              new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
        }
      }
    }
  }

  private static void hand(Decoded decoded, Consumer<Event> listener) {
    if (decoded instanceof Received received) {
      if (!received.isImported()) {
        listener.accept(received.event());
      }
    } else if (decoded instanceof Malformed malformed) {
      LOG.warnf("passed over a record that cannot be read: %s", malformed.reason());
    }
  }
}
