package io.espalier.trainer.share;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.espalier.embedded.EmbeddedBroker;
import io.espalier.events.Topic;
import io.espalier.log.Topics;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShareSlotsIT {
  private static final Duration LOCK = Duration.ofSeconds(20);
  private static final int LIMIT = 10;

  /** Each test has a topic of its own: what one leaves unacknowledged is none of the other's. */
  private static final String KILLED = Topic.PRUNED.topicName();

  private static final String STOPPED = Topic.ARCHITECTURE_PROPOSED.topicName();

  @TempDir static Path dir;
  private static EmbeddedBroker broker;

  private final BlockingQueue<Delivery> taken = new LinkedBlockingQueue<>();

  @BeforeAll
  static void start() {
    broker = EmbeddedBroker.start(dir.resolve("broker"));
    ShareGroup group = groupOn(KILLED);
    try (Admin admin = Admin.create(group.client())) {
      Topics.ensure(admin);
      group.configure(admin);
      assertThat(ShareGroup.deliveryLimit(admin)).isEqualTo(LIMIT);
    }
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  private static ShareGroup groupOn(String topic) {
    return new ShareGroup(
        Map.of("bootstrap.servers", broker.bootstrapServers()), "trainers", List.of(topic), LOCK);
  }

  @Test
  void theRecordOfAKilledProcessIsHandedToAnotherLongBeforeItsLockRunsOut()
      throws IOException, InterruptedException, ExecutionException {
    Process stubborn =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                System.getProperty("java.class.path"),
                StubbornWorker.class.getName(),
                broker.bootstrapServers(),
                String.valueOf(LOCK.toMillis()),
                KILLED)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    send(KILLED, "killed");
    try (BufferedReader output = stubborn.inputReader(UTF_8)) {
      assertThat(output.readLine()).isEqualTo("took");
    }
    try (ShareSlots other = ShareSlots.start(groupOn(KILLED), LIMIT, "other", 1, this::done)) {
      long killed = System.nanoTime();
      stubborn.destroyForcibly().waitFor();

      Delivery again = take();

      assertThat(System.nanoTime() - killed).isLessThan(LOCK.dividedBy(2).toNanos());
      assertThat(again.record().value()).isEqualTo("killed".getBytes(UTF_8));
      assertThat(again.deliveries()).isEqualTo(2);
      assertThat(other.areServing()).isTrue();
    }
  }

  @Test
  void aSlotThatIsStoppedHandsItsRecordToAnother() throws InterruptedException, ExecutionException {
    CountDownLatch never = new CountDownLatch(1);
    ShareSlots first =
        ShareSlots.start(groupOn(STOPPED), LIMIT, "first", 1, delivery -> blocked(delivery, never));
    send(STOPPED, "stopped");
    Delivery held = take();

    first.close();

    assertThat(held.lease().isHeld()).isFalse();
    try (ShareSlots second = ShareSlots.start(groupOn(STOPPED), LIMIT, "second", 1, this::done)) {
      Delivery again = take();
      assertThat(again.record().offset()).isEqualTo(held.record().offset());
      assertThat(again.deliveries()).isGreaterThan(1);
      assertThat(second.areServing()).isTrue();
    }
  }

  private Verdict done(Delivery delivery) {
    taken.add(delivery);
    return Verdict.DONE;
  }

  private Verdict blocked(Delivery delivery, CountDownLatch until) {
    taken.add(delivery);
    try {
      until.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Verdict.HAND_BACK;
  }

  private Delivery take() throws InterruptedException {
    Delivery delivery = taken.poll(60, TimeUnit.SECONDS);
    assertThat(delivery).as("a delivery within a minute").isNotNull();
    return delivery;
  }

  private static void send(String topic, String value)
      throws InterruptedException, ExecutionException {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            groupOn(topic).client(), new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(topic, value.getBytes(UTF_8))).get();
    }
  }
}
