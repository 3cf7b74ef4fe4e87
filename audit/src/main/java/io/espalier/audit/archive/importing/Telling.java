package io.espalier.audit.archive.importing;

import io.espalier.envelope.Cause;
import io.espalier.envelope.Decoded;
import io.espalier.log.KafkaEvents;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Writes imported events onto their topics. An event is sent once the broker has acknowledged its
 * cause, so that whoever reads never sees an effect whose cause is not there yet.
 */
final class Telling implements AutoCloseable {
  private static final int MOST_UNDER_WAY = 1000;

  private final String root;
  private final KafkaProducer<byte[], byte[]> producer;
  private final Set<String> underWay = new HashSet<>();
  private final List<Future<?>> sent = new ArrayList<>();

  Telling(Map<String, Object> client, String root) {
    this.root = root;
    Map<String, Object> config = new HashMap<>(client);
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.LINGER_MS_CONFIG, 5);
    this.producer =
        new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
  }

  void tell(Decoded.Received event) throws IOException {
    boolean causeIsUnderWay =
        event.envelope().cause().map(Cause::hash).filter(underWay::contains).isPresent();
    if (causeIsUnderWay || sent.size() >= MOST_UNDER_WAY) {
      settle();
    }
    sent.add(producer.send(KafkaEvents.writeImported(event.wire(), root)));
    underWay.add(event.hash());
  }

  /** Waits until the broker has everything. */
  void settle() throws IOException {
    producer.flush();
    try {
      for (Future<?> future : sent) {
        future.get();
      }
    } catch (ExecutionException e) {
      throw new IOException("the broker does not take an event: " + e.getCause().getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
    sent.clear();
    underWay.clear();
  }

  @Override
  public void close() {
    producer.close();
  }
}
