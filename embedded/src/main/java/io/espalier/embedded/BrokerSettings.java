package io.espalier.embedded;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The broker's configuration: one node, loopback, small, and nothing is ever thrown away. */
final class BrokerSettings {

  static final int NODE = 1;
  static final String CONTROLLER_LISTENER = "CONTROLLER";

  private BrokerSettings() {}

  /** Settings for a broker with its data in {@code dir}, in the words of Kafka's documentation. */
  static Map<String, String> of(Path dir, int port, int controllerPort) {
    Map<String, String> settings = new TreeMap<>();
    settings.putAll(node(dir, port, controllerPort));
    settings.putAll(internalTopics());
    settings.putAll(retention());
    settings.putAll(groups());
    settings.putAll(smallFootprint());
    return settings;
  }

  private static Map<String, String> node(Path dir, int port, int controllerPort) {
    return Map.of(
        "process.roles",
        "broker,controller",
        "node.id",
        String.valueOf(NODE),
        "controller.quorum.voters",
        NODE + "@127.0.0.1:" + controllerPort,
        "controller.listener.names",
        CONTROLLER_LISTENER,
        "listeners",
        "PLAINTEXT://127.0.0.1:%d,%s://127.0.0.1:%d"
            .formatted(port, CONTROLLER_LISTENER, controllerPort),
        "advertised.listeners",
        "PLAINTEXT://127.0.0.1:" + port,
        "listener.security.protocol.map",
        "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
        "log.dirs",
        dir.toString());
  }

  private static Map<String, String> internalTopics() {
    return Map.of(
        "default.replication.factor", "1",
        "min.insync.replicas", "1",
        "offsets.topic.replication.factor", "1",
        "offsets.topic.num.partitions", "3",
        "transaction.state.log.replication.factor", "1",
        "transaction.state.log.min.isr", "1",
        "transaction.state.log.num.partitions", "3",
        "share.coordinator.state.topic.replication.factor", "1",
        "share.coordinator.state.topic.min.isr", "1",
        "share.coordinator.state.topic.num.partitions", "3");
  }

  /** Facts are kept for ever, and so is what a group has read of them (ten years, in minutes). */
  private static Map<String, String> retention() {
    return Map.of(
        "log.retention.ms", "-1",
        "log.retention.bytes", "-1",
        "offsets.retention.minutes", "5256000",
        "auto.create.topics.enable", "false");
  }

  private static Map<String, String> groups() {
    return Map.of(
        "group.initial.rebalance.delay.ms", "0",
        "group.share.delivery.count.limit", "10",
        // A trainer that joins gets its share with the next heartbeat.
        "group.share.heartbeat.interval.ms", "1000",
        "group.share.min.heartbeat.interval.ms", "1000",
        "group.share.min.record.lock.duration.ms", "1000",
        "group.share.max.record.lock.duration.ms", "60000",
        "group.share.record.lock.duration.ms", "30000");
  }

  private static Map<String, String> smallFootprint() {
    return Map.of(
        "num.network.threads", "2",
        "num.io.threads", "4",
        "background.threads", "2",
        "log.cleaner.dedupe.buffer.size", "16777216");
  }
}
