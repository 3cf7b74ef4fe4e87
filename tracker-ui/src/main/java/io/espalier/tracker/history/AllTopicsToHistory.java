package io.espalier.tracker.history;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Every topic becomes history. A batch is tried until the database has taken it, meanwhile no
 * further one is read; a record that the database can never take becomes a dead letter.
 */
@ApplicationScoped
class AllTopicsToHistory {
  static final String CHANNEL = "history";
  private static final Logger LOG = Logger.getLogger(AllTopicsToHistory.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  private final HistoryWriter writer;
  private final Progress progress;
  private final CommittedChanges committed;
  private final KafkaClientService kafka;
  private final CountDownLatch stopping = new CountDownLatch(1);

  AllTopicsToHistory(
      HistoryWriter writer,
      Progress progress,
      CommittedChanges committed,
      KafkaClientService kafka) {
    this.writer = writer;
    this.progress = progress;
    this.committed = committed;
    this.kafka = kafka;
  }

  /** Takes a batch; returns when the history has it. */
  @Incoming(CHANNEL)
  @Blocking
  public void take(ConsumerRecords<byte[], byte[]> records) throws InterruptedException {
    List<ConsumerRecord<byte[], byte[]>> batch = new ArrayList<>(records.count());
    records.forEach(batch::add);
    try {
      write(batch);
    } catch (Gap gap) {
      LOG.warnf("%s; reading from there again", gap.getMessage());
      kafka
          .<byte[], byte[]>getConsumer(CHANNEL)
          .runOnPollingThread(
              (Consumer<byte[], byte[]> consumer) -> {
                consumer.seek(gap.partition(), gap.expected());
              })
          .await()
          .indefinitely();
    }
  }

  @PreDestroy
  void stop() {
    stopping.countDown();
  }

  private void write(List<ConsumerRecord<byte[], byte[]>> batch) throws InterruptedException {
    Duration pause = FIRST_PAUSE;
    while (true) {
      try {
        report(writer.write(batch));
        return;
      } catch (Gap gap) {
        throw gap;
      } catch (RuntimeException e) {
        if (Failures.repeating(e)) {
          isolate(batch, e);
          return;
        }
        LOG.warnf(e, "the history takes nothing, next try in %d ms", pause.toMillis());
        if (stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
          throw new IllegalStateException("stopped before the history had taken a batch", e);
        }
        pause = pause.multipliedBy(2);
        pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
      }
    }
  }

  private void isolate(List<ConsumerRecord<byte[], byte[]>> batch, RuntimeException failure)
      throws InterruptedException {
    if (batch.size() == 1) {
      report(writer.passOver(batch.get(0), Failures.reason(failure)));
      return;
    }
    write(batch.subList(0, batch.size() / 2));
    write(batch.subList(batch.size() / 2, batch.size()));
  }

  private void report(HistoryWriter.Written written) {
    progress.committed(written.next());
    committed.publish(written.changes());
  }
}
