package io.espalier.tracker.history;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/** Lets each partition go on where the history ends, whatever Kafka remembers. */
@ApplicationScoped
@Identifier(AllTopicsToHistory.CHANNEL)
class StoredOffsets implements KafkaConsumerRebalanceListener {
  private static final Logger LOG = Logger.getLogger(StoredOffsets.class);
  private static final long PAUSE_MS = 500;

  private final Progress progress;
  private final CountDownLatch stopping = new CountDownLatch(1);

  StoredOffsets(Progress progress) {
    this.progress = progress;
  }

  @Override
  public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
    Map<TopicPartition, Long> stored = stored(partitions);
    stored.forEach(consumer::seek);
    progress.committed(stored);
    if (!partitions.isEmpty()) {
      LOG.infof(
          "reading %d partitions, %d records are in the history",
          stored.size(), stored.values().stream().mapToLong(Long::longValue).sum());
    }
  }

  @PreDestroy
  void stop() {
    stopping.countDown();
  }

  private Map<TopicPartition, Long> stored(Collection<TopicPartition> partitions) {
    while (true) {
      try {
        return QuarkusTransaction.requiringNew().call(() -> read(partitions));
      } catch (RuntimeException e) {
        LOG.warnf("the database does not tell the offsets, trying again: %s", e.getMessage());
        await(e);
      }
    }
  }

  private void await(RuntimeException failure) {
    try {
      if (stopping.await(PAUSE_MS, TimeUnit.MILLISECONDS)) {
        throw failure;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure;
    }
  }

  private static Map<TopicPartition, Long> read(Collection<TopicPartition> partitions) {
    Map<TopicPartition, Long> stored = new HashMap<>();
    for (TopicPartition p : partitions) {
      ConsumedOffset.ensure(p.topic(), p.partition());
      stored.put(
          p, ConsumedOffset.of(p.topic(), p.partition()).map(o -> o.nextOffset).orElseThrow());
    }
    return stored;
  }
}
