package io.espalier.audit.archive;

import io.espalier.artifacts.store.DirectoryArtifactStore;
import io.espalier.audit.history.CampaignHistory;
import io.espalier.audit.verification.SmallCampaign;
import io.espalier.embedded.EmbeddedBroker;
import io.espalier.envelope.Decoded;
import io.espalier.envelope.Envelope;
import io.espalier.envelope.EventCodec;
import io.espalier.envelope.TraceParent;
import io.espalier.envelope.WireRecord;
import io.espalier.events.WorkerEvent.WorkerBusy;
import io.espalier.log.KafkaEvents;
import io.espalier.log.Topics;
import io.espalier.plan.StepRef;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A real broker and a store in one directory. */
public final class TestLog implements AutoCloseable {
  /** A worker of every campaign. */
  public static final String WORKER = "worker-far-away";

  private final EmbeddedBroker broker;
  private final KafkaProducer<byte[], byte[]> producer;
  private final DirectoryArtifactStore store;

  public TestLog(Path directory) {
    broker = EmbeddedBroker.start(directory.resolve("kafka"));
    store = new DirectoryArtifactStore(directory.resolve("artifacts"));
    producer = new KafkaProducer<>(client(), new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** Makes the topics. */
  public TestLog withTopics() {
    try (Admin admin = Admin.create(client())) {
      Topics.ensure(admin);
    }
    return this;
  }

  public Map<String, Object> client() {
    return Map.of("bootstrap.servers", broker.bootstrapServers());
  }

  public DirectoryArtifactStore store() {
    return store;
  }

  /** Tells a whole campaign, and that a worker began its first training. */
  public void tell(String campaign) {
    SmallCampaign.told(campaign, store).forEach(this::tell);
    tell(
        EventCodec.encode(
            new Envelope<>(
                new WorkerBusy(WORKER, 7, 0, campaign, campaign + ".1", 1, StepRef.BASE),
                "trainer-service",
                Instant.EPOCH,
                Optional.empty(),
                TraceParent.root(new Random(1)))));
  }

  public void tell(WireRecord wire) {
    send(KafkaEvents.write(wire));
  }

  public void send(ProducerRecord<byte[], byte[]> record) {
    try {
      producer.send(record).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  /** The events of a campaign as they stand in the log. */
  public List<Decoded.Received> events(String campaign) {
    List<Decoded.Received> events = new ArrayList<>();
    new CampaignHistory(campaign)
        .read(
            client(),
            decoded -> events.add((Decoded.Received) decoded),
            flaw -> {
              throw new AssertionError(flaw);
            });
    return events;
  }

  @Override
  public void close() {
    producer.close();
    broker.close();
  }
}
