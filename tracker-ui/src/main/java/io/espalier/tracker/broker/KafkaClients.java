package io.espalier.tracker.broker;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The tracker's own Kafka clients beside its consumer: one admin client and one producer. */
@ApplicationScoped
class KafkaClients {
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);

  private final Admin admin;
  private final KafkaProducer<byte[], byte[]> producer;

  KafkaClients(@ConfigProperty(name = "kafka.bootstrap.servers") String servers) {
    admin = Admin.create(Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, servers));
    producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                servers,
                ProducerConfig.CLIENT_ID_CONFIG,
                "tracker-ui",
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.BUFFER_MEMORY_CONFIG,
                4L << 20,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                10_000L,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                20_000,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                10_000),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  Admin admin() {
    return admin;
  }

  KafkaProducer<byte[], byte[]> producer() {
    return producer;
  }

  @PreDestroy
  void close() {
    producer.close(CLOSE_WITHIN);
    admin.close(CLOSE_WITHIN);
  }
}
