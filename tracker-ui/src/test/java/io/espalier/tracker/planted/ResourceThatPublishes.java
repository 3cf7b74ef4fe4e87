package io.espalier.tracker.planted;

import jakarta.ws.rs.Path;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Violates: resources do not touch Kafka. */
@Path("/planted")
public final class ResourceThatPublishes {
  ProducerRecord<String, String> record() {
    return new ProducerRecord<>("trained", "value");
  }
}
