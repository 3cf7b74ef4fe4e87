package io.espalier.tracker.history;

import io.espalier.events.Topic;
import io.smallrye.common.annotation.Blocking;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** How much is in the history, and what could not be read. */
@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Transactional
class HistoryResource {
  /** A record that a service could not read. */
  public record Letter(
      String topic, int partition, long offset, String service, String reason, Instant time) {}

  /** Events of one topic, repeated ones included. */
  public record TopicEvents(String topic, long events) {}

  /** How much is in the history. */
  public record Status(long events, long deadLetters, List<TopicEvents> topics) {}

  @GET
  @Path("dead-letters")
  @Operation(summary = "Records that a service could not read, the latest first")
  public List<Letter> deadLetters() {
    return DeadLetter.<DeadLetter>list("order by time desc, topic, logPartition, logOffset")
        .stream()
        .map(d -> new Letter(d.topic, d.logPartition, d.logOffset, d.service, d.reason, d.time))
        .toList();
  }

  @GET
  @Path("status")
  @Operation(summary = "How many events and dead letters the history holds")
  public Status status() {
    Map<String, Long> byTopic =
        ConsumedOffset.<ConsumedOffset>streamAll()
            .collect(Collectors.groupingBy(o -> o.topic, Collectors.summingLong(o -> o.events)));
    List<TopicEvents> topics =
        Arrays.stream(Topic.values())
            .map(t -> new TopicEvents(t.topicName(), byTopic.getOrDefault(t.topicName(), 0L)))
            .toList();
    return new Status(
        topics.stream().mapToLong(TopicEvents::events).sum(), DeadLetter.count(), topics);
  }
}
