package io.espalier.tracker;

import io.espalier.envelope.Envelope;
import io.espalier.envelope.TraceParent;
import io.espalier.envelope.WireRecord;
import io.espalier.events.Event;
import io.espalier.log.KafkaEvents;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells events as the other services would, and waits for what follows. */
@ApplicationScoped
public class Log {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private final Random random = new Random(1);
  private final KafkaProducer<byte[], byte[]> producer;

  Log(@ConfigProperty(name = "kafka.bootstrap.servers") String servers) {
    producer =
        new KafkaProducer<>(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, servers),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** Tells events now, in this order. */
  public void tell(Event... events) {
    for (Event event : events) {
      send(record(event));
    }
  }

  /** Tells an event of an archive with this root hash. */
  public void imported(String archive, Event event) {
    ProducerRecord<byte[], byte[]> record = record(event);
    record.headers().add(WireRecord.ARCHIVE, archive.getBytes(StandardCharsets.UTF_8));
    send(record);
  }

  private ProducerRecord<byte[], byte[]> record(Event event) {
    return KafkaEvents.write(
        new Envelope<>(event, "test", Instant.now(), Optional.empty(), TraceParent.root(random)));
  }

  /** Puts any record into the log. */
  public void send(ProducerRecord<byte[], byte[]> record) {
    try {
      producer.send(record).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Waits until something holds; fails with {@code what} after half a minute. */
  public static void until(String what, BooleanSupplier holds) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("in vain waited for: " + what);
      }
      LockSupport.parkNanos(50_000_000);
    }
  }

  @PreDestroy
  void close() {
    producer.close();
  }
}
