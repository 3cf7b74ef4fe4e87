package io.espalier.predictor.flow;

import io.espalier.envelope.Cause;
import io.espalier.envelope.Envelope;
import io.espalier.envelope.TraceParent;
import io.espalier.events.Event;
import io.espalier.log.DeadLetters;
import io.espalier.log.KafkaEvents;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.jboss.logging.Logger;

/** Tells events; returns once the broker has acknowledged them. */
@ApplicationScoped
class Publisher {
  static final String SERVICE = "predictor-service";
  private static final Logger LOG = Logger.getLogger(Publisher.class);

  private final MutinyEmitter<ProducerRecord<byte[], byte[]>> out;
  private final RandomGenerator random = new SecureRandom();

  Publisher(@Channel("told") MutinyEmitter<ProducerRecord<byte[], byte[]>> out) {
    this.out = out;
  }

  /** Tells an event in a new span of the cause's trace. */
  void tell(Event event, Cause cause, TraceParent trace) {
    Envelope<Event> envelope =
        new Envelope<>(event, SERVICE, Instant.now(), Optional.of(cause), trace.child(random));
    out.sendAndAwait(KafkaEvents.write(envelope));
    LOG.debugf("told %s", event.eventId());
  }

  /** Puts a record that cannot be read on the dead-letter topic of its topic. */
  void bury(ConsumerRecord<byte[], byte[]> record, String reason) {
    LOG.warnf("dead letter: %s", reason);
    out.sendAndAwait(DeadLetters.letter(record, reason, SERVICE, Instant.now()));
  }
}
