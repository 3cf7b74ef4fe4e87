package io.espalier.log;

import io.espalier.envelope.Envelope;
import io.espalier.envelope.TraceParent;
import io.espalier.events.CampaignEvent;
import io.espalier.events.WorkerEvent;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.TimestampType;

/** Events to write in tests, and records as a consumer would see them. */
final class Samples {
  private static final TraceParent TRACE =
      new TraceParent("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

  private Samples() {}

  static Envelope<CampaignEvent> paused(String campaign, int revision) {
    return new Envelope<>(
        new CampaignEvent.CampaignPaused(campaign, revision),
        "tracker-ui",
        Instant.parse("2026-01-02T03:04:05Z"),
        Optional.empty(),
        TRACE);
  }

  static Envelope<WorkerEvent> idle(String worker, long sequence) {
    return new Envelope<>(
        new WorkerEvent.WorkerIdle(worker, sequence, 0),
        "trainer-service",
        Instant.parse("2026-01-02T03:04:05Z"),
        Optional.empty(),
        TRACE);
  }

  static ConsumerRecord<byte[], byte[]> consumed(
      ProducerRecord<byte[], byte[]> record, int partition, long offset) {
    return new ConsumerRecord<>(
        record.topic(),
        partition,
        offset,
        1_700_000_000_000L,
        TimestampType.CREATE_TIME,
        0,
        0,
        record.key(),
        record.value(),
        record.headers(),
        Optional.empty());
  }
}
