package io.espalier.log;

import io.espalier.events.Topic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Creates the topics that are missing and checks that all of them keep facts for ever. */
public final class Topics {
  /** Partitions of a topic that this class creates, unless it is one of {@link #WORK}. */
  public static final int PARTITIONS = 6;

  /**
   * The topics that trainers take work from. They have one partition: a share group hands each
   * partition to one member only while it has fewer members than partitions, so that with more
   * partitions work would queue behind a busy worker while others are idle.
   */
  public static final Set<String> WORK =
      Set.of(Topic.ARCHITECTURE_PROPOSED.topicName(), Topic.PRUNED.topicName());

  private static final Map<String, String> REQUIRED =
      Map.of(
          TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE,
          TopicConfig.RETENTION_MS_CONFIG, "-1",
          TopicConfig.RETENTION_BYTES_CONFIG, "-1");
  private static final long TIMEOUT_SECONDS = 60;

  private Topics() {}

  /** Names of all topics, dead-letter topics included. */
  public static List<String> names() {
    return Arrays.stream(Topic.values())
        .flatMap(t -> Stream.of(t.topicName(), t.deadLetterName()))
        .toList();
  }

  /**
   * Makes sure that all topics exist with the settings that keep facts for ever. Safe to call from
   * several services at once.
   *
   * @throws TopicsUnfit if a topic has other settings; every deviation is named
   * @throws KafkaException if the broker does not answer within a minute
   */
  public static void ensure(Admin admin) {
    Map<String, KafkaFuture<Void>> created =
        admin
            .createTopics(
                names().stream()
                    .map(
                        n ->
                            new NewTopic(n, partitions(n), Optional.<Short>empty())
                                .configs(REQUIRED))
                    .toList())
            .values();
    created.forEach(
        (name, future) -> {
          try {
            await("create topic " + name, future);
          } catch (TopicExistsException e) {
            // Another service was first; its settings are checked below like any others.
          }
        });
    check(admin);
  }

  private static Optional<Integer> partitions(String name) {
    boolean one = name.endsWith(".dead-letter") || WORK.contains(name);
    return Optional.of(one ? 1 : PARTITIONS);
  }

  private static void check(Admin admin) {
    List<ConfigResource> resources =
        names().stream().map(n -> new ConfigResource(ConfigResource.Type.TOPIC, n)).toList();
    Map<ConfigResource, Config> configs = describe(admin, resources);
    List<String> problems = new ArrayList<>();
    configs.forEach(
        (resource, config) ->
            REQUIRED.forEach(
                (setting, required) -> {
                  ConfigEntry entry = config.get(setting);
                  String value = entry == null ? null : entry.value();
                  if (!required.equals(value)) {
                    problems.add(
                        resource.name()
                            + ": "
                            + setting
                            + " is "
                            + value
                            + ", allowed: "
                            + required);
                  }
                }));
    if (!problems.isEmpty()) {
      throw new TopicsUnfit(problems.stream().sorted().toList());
    }
  }

  /** A broker that has just created a topic may not know it for a moment. */
  private static Map<ConfigResource, Config> describe(Admin admin, List<ConfigResource> resources) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIMEOUT_SECONDS);
    while (true) {
      try {
        return await("describe the topics", admin.describeConfigs(resources).all());
      } catch (UnknownTopicOrPartitionException e) {
        if (System.nanoTime() > end) {
          throw e;
        }
      }
    }
  }

  private static <T> T await(String what, KafkaFuture<T> future) {
    try {
      return future.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted: " + what, e);
    } catch (TimeoutException e) {
      throw new KafkaException("no answer within " + TIMEOUT_SECONDS + " s: " + what, e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new KafkaException("failed: " + what, e.getCause());
    }
  }
}
