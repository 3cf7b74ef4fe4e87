package io.espalier.trainer.telling;

import io.espalier.envelope.Decoded.Received;
import io.espalier.envelope.Envelope;
import io.espalier.envelope.TraceParent;
import io.espalier.events.EpochEvent;
import io.espalier.events.TrainingEvent;
import io.espalier.events.WorkerEvent;
import io.espalier.log.DeadLetters;
import io.espalier.log.KafkaEvents;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.reactive.messaging.Channel;

/**
 * Publishes on the topics that this service owns. Each method returns when the broker has confirmed
 * the record, so that whoever acknowledges the causing record afterwards loses nothing.
 */
@ApplicationScoped
public class EventPublisher {
  /** The {@code ce_source} of everything told here. */
  public static final String SOURCE = "trainer-service";

  private final MutinyEmitter<ProducerRecord<byte[], byte[]>> trained;
  private final MutinyEmitter<ProducerRecord<byte[], byte[]>> epochs;
  private final MutinyEmitter<ProducerRecord<byte[], byte[]>> workers;
  private final MutinyEmitter<ProducerRecord<byte[], byte[]>> deadLetters;

  EventPublisher(
      @Channel("trained") MutinyEmitter<ProducerRecord<byte[], byte[]>> trained,
      @Channel("epochs") MutinyEmitter<ProducerRecord<byte[], byte[]>> epochs,
      @Channel("workers") MutinyEmitter<ProducerRecord<byte[], byte[]>> workers,
      @Channel("dead-letters") MutinyEmitter<ProducerRecord<byte[], byte[]>> deadLetters) {
    this.trained = trained;
    this.epochs = epochs;
    this.workers = workers;
    this.deadLetters = deadLetters;
  }

  /** Tells how a training ended. */
  void tell(TrainingEvent event, Received cause) {
    send(trained, KafkaEvents.write(effect(event, cause)), event.eventId());
  }

  /** Tells the metrics of an epoch. */
  void tell(EpochEvent event, Received cause) {
    send(epochs, KafkaEvents.write(effect(event, cause)), event.eventId());
  }

  /** Tells what this worker does. */
  void tell(WorkerEvent event) {
    Envelope<WorkerEvent> envelope =
        new Envelope<>(
            event,
            SOURCE,
            Instant.now(),
            Optional.empty(),
            TraceParent.root(ThreadLocalRandom.current()));
    send(workers, KafkaEvents.write(envelope), event.eventId());
  }

  /** Puts a record that cannot be read on its topic's dead-letter topic. */
  void deadLetter(ConsumerRecord<byte[], byte[]> record, String reason) {
    send(deadLetters, DeadLetters.letter(record, reason, SOURCE, Instant.now()), reason);
  }

  private static <E extends io.espalier.events.Event> Envelope<E> effect(E event, Received cause) {
    return new Envelope<>(
        event,
        SOURCE,
        Instant.now(),
        Optional.of(cause.asCause()),
        cause.envelope().trace().child(ThreadLocalRandom.current()));
  }

  private static void send(
      MutinyEmitter<ProducerRecord<byte[], byte[]>> channel,
      ProducerRecord<byte[], byte[]> record,
      String what) {
    try {
      channel.sendAndAwait(record);
    } catch (RuntimeException e) {
      throw new PublishingFailed(record.topic() + " did not take " + what, e);
    }
  }
}
