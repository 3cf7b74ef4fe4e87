package io.espalier.tracker.broker;

import io.espalier.envelope.Envelope;
import io.espalier.envelope.Position;
import io.espalier.envelope.TraceParent;
import io.espalier.events.Event;
import io.espalier.log.KafkaEvents;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;

/** Publishes what people decide, and records that the tracker cannot read. */
@ApplicationScoped
public class Publisher {
  /** The service's name in events and dead letters. */
  public static final String SERVICE = "tracker-ui";

  private final KafkaClients clients;

  Publisher(KafkaClients clients) {
    this.clients = clients;
  }

  /**
   * Publishes a decision and waits until all replicas have it.
   *
   * @throws NotPublished if the broker did not take it
   */
  public Position decide(Event event) {
    RandomGenerator random = RandomGenerator.getDefault();
    Envelope<Event> envelope =
        new Envelope<>(event, SERVICE, Instant.now(), Optional.empty(), TraceParent.root(random));
    return publish(KafkaEvents.write(envelope));
  }

  /**
   * Publishes a record and waits until all replicas have it.
   *
   * @throws NotPublished if the broker did not take it
   */
  public Position publish(ProducerRecord<byte[], byte[]> record) {
    try {
      RecordMetadata sent = clients.producer().send(record).get();
      return new Position(sent.topic(), sent.partition(), sent.offset());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NotPublished(record.topic(), e);
    } catch (ExecutionException e) {
      throw new NotPublished(record.topic(), e.getCause());
    } catch (KafkaException e) {
      throw new NotPublished(record.topic(), e);
    }
  }

  /** The broker did not take a record. */
  public static final class NotPublished extends RuntimeException {
    NotPublished(String topic, Throwable cause) {
      super("the broker did not take a record for " + topic + ": " + cause.getMessage(), cause);
    }
  }
}
