package io.espalier.pruning.flow;

import io.espalier.artifacts.store.DirectoryArtifactStore;
import io.espalier.datasets.Dataset;
import io.espalier.datasets.DatasetCatalogue;
import io.espalier.embedded.EmbeddedBroker;
import io.espalier.embedded.FreePort;
import io.espalier.envelope.Decoded;
import io.espalier.events.Event;
import io.espalier.events.Provenance;
import io.espalier.events.PruningEvent;
import io.espalier.events.TrainingEvent.Trained;
import io.espalier.log.KafkaEvents;
import io.espalier.log.testing.ServiceProcess;
import io.espalier.log.testing.TopicReader;
import io.espalier.networks.order.EpochReport;
import io.espalier.networks.order.NetworkTraining;
import io.espalier.networks.order.Outcome;
import io.espalier.networks.order.Training;
import io.espalier.networks.order.TrainingOrder;
import io.espalier.networks.trainer.Networks;
import io.espalier.plan.TrialPlan;
import io.espalier.pruning.Samples;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The packaged service and a real broker; trainings are done here, on the first samples. */
final class PruningService implements AutoCloseable {
  private static final int HEAP_MEGABYTES = 256;

  private final Path data;
  private final EmbeddedBroker broker;
  private final KafkaProducer<byte[], byte[]> producer;
  private final DirectoryArtifactStore store;
  private final DatasetCatalogue datasets;
  private final Training training;
  private ServiceProcess process;

  private PruningService(Path data) {
    this.data = data;
    this.broker = EmbeddedBroker.start(data.resolve("kafka"));
    this.process = startProcess();
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.bootstrapServers(), "acks", "all"),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    this.store = new DirectoryArtifactStore(data.resolve("artifacts"));
    this.datasets = new DatasetCatalogue(data.resolve("datasets"));
    this.training =
        new NetworkTraining(
            new Networks(), store, datasets, dataset -> dataset.first(3_000, 500, 500));
  }

  /** Starts the broker and, without waiting for it, the service. */
  static PruningService start(Path data) {
    return new PruningService(data);
  }

  private ServiceProcess startProcess() {
    return ServiceProcess.start(
        HEAP_MEGABYTES,
        FreePort.find(),
        Map.of(
            "kafka.bootstrap.servers", broker.bootstrapServers(),
            "espalier.artifacts.dir", data.resolve("artifacts").toString(),
            "espalier.datasets.dir", data.resolve("datasets").toString()));
  }

  void awaitReady() {
    process.awaitReady();
  }

  void kill() {
    process.kill();
  }

  /** After a kill. */
  void restart() {
    process = startProcess().awaitReady();
  }

  String bootstrapServers() {
    return broker.bootstrapServers();
  }

  DirectoryArtifactStore store() {
    return store;
  }

  Dataset dataset(TrialPlan plan) {
    return datasets.load(plan.dataset());
  }

  /** Trains as a worker does, and gives what the worker would tell. */
  Trained trained(TrainingOrder order) {
    Outcome.Finished finished = (Outcome.Finished) training.run(order, new ToTheEnd());
    return new Trained(
        order.plan(),
        order.at(),
        finished.checkpoint(),
        finished.mask(),
        finished.epochs(),
        finished.trainingLoss(),
        finished.quality(),
        finished.seconds(),
        new Provenance("w1", "test", "cpu", 1, "test"),
        finished.snapshots());
  }

  void send(Event event) {
    send(KafkaEvents.write(Samples.envelope(event)));
  }

  void send(ProducerRecord<byte[], byte[]> record) {
    try {
      producer.send(record).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  /** All that was told about a trial, once it is so many events or more. */
  List<Decoded.Received> readUntil(String trial, int events) {
    try (TopicReader reader = new TopicReader(broker.bootstrapServers(), "pruned")) {
      return of(trial, reader.until(all -> of(trial, all).size() >= events));
    }
  }

  /** The newest of so many events or more. */
  PruningEvent newest(String trial, int events) {
    List<Decoded.Received> told = readUntil(trial, events);
    return (PruningEvent) told.get(told.size() - 1).event();
  }

  private static List<Decoded.Received> of(String trial, List<Decoded.Received> all) {
    return all.stream().filter(r -> ((PruningEvent) r.event()).key().equals(trial)).toList();
  }

  @Override
  public void close() {
    producer.close();
    process.close();
    broker.close();
  }

  private static final class ToTheEnd implements Training.Watcher {
    @Override
    public boolean goesOn() {
      return true;
    }

    @Override
    public void epochFinished(EpochReport epoch) {
      if (!Double.isFinite(epoch.trainingLoss())) {
        throw new AssertionError(epoch);
      }
    }
  }
}
