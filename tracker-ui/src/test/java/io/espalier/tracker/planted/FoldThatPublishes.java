package io.espalier.tracker.planted;

import org.apache.kafka.clients.producer.ProducerRecord;

/** Violates: the fold does not touch Kafka. */
public final class FoldThatPublishes {
  ProducerRecord<String, String> record() {
    return new ProducerRecord<>("trained", "value");
  }
}
