package io.espalier.predictor.flow;

import static io.espalier.predictor.Samples.launched;
import static io.espalier.predictor.Samples.received;
import static io.espalier.predictor.Samples.trained;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.espalier.embedded.EmbeddedBroker;
import io.espalier.embedded.FreePort;
import io.espalier.envelope.Cause;
import io.espalier.envelope.Decoded;
import io.espalier.envelope.EventCodec;
import io.espalier.envelope.WireRecord;
import io.espalier.events.Event;
import io.espalier.events.ProposalEvent.CandidateProposed;
import io.espalier.events.ProposalEvent.ProposingFinished;
import io.espalier.events.ScoringEvent.Observed;
import io.espalier.events.ScoringEvent.Predicted;
import io.espalier.log.DeadLetters;
import io.espalier.log.KafkaEvents;
import io.espalier.log.testing.ServiceProcess;
import io.espalier.log.testing.TopicReader;
import io.espalier.plan.StepRef;
import io.espalier.plan.TrialPlan;
import io.espalier.predictor.Samples;
import io.espalier.structure.prior.DrawnNetworks;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service against a real broker. */
class LaunchedToProposedIT {
  /** Its prediction, its observation, and a prediction for the first step of each branch. */
  private static final int TOLD_PER_DENSE_TRAINING = 4;

  private static final String[] TOLD = {"architecture-proposed", "scored"};

  private static final int HEAP_MEGABYTES = 96;

  private static EmbeddedBroker broker;
  private static ServiceProcess service;
  private static KafkaProducer<byte[], byte[]> producer;

  @BeforeAll
  static void start(@TempDir Path data) {
    broker = EmbeddedBroker.start(data.resolve("kafka"));
    service = startService().awaitReady();
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.bootstrapServers(), "acks", "all"),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  @AfterAll
  static void stop() {
    producer.close();
    service.close();
    broker.close();
  }

  @Test
  void aLaunchIsPredictedThenProposedBecauseOfIt() {
    send(launched("launch", 2));

    try (TopicReader proposals = reader("architecture-proposed");
        TopicReader scores = reader("scored")) {
      List<Decoded.Received> proposed = proposals.until(finished("launch"));
      List<Decoded.Received> predicted = scores.until(all -> of(all, "launch").size() >= 2);

      assertThat(ids(proposed, "launch"))
          .containsExactlyInAnyOrder(
              "launch.1/1/dense/0/proposed",
              "launch.2/1/dense/0/proposed",
              "launch/proposing-finished");
      assertThat(ids(predicted, "launch"))
          .containsExactlyInAnyOrder(
              "launch.1/1/dense/0/predicted", "launch.2/1/dense/0/predicted");
      Cause launch = received(launched("launch", 2)).asCause();
      assertThat(of(proposed, "launch")).allMatch(r -> r.envelope().cause().get().equals(launch));
      assertThat(of(predicted, "launch")).allMatch(r -> r.envelope().cause().get().equals(launch));
      assertThat(of(predicted, "launch")).allMatch(r -> toldBeforeItsProposal(r, proposed));
    }
  }

  @Test
  void aTrainingIsObservedAndLearnt() {
    send(launched("observed", 1));
    TrialPlan plan = DrawnNetworks.plans(launched("observed", 1).spec(), "observed").get(0);
    Event trained = trained(plan, StepRef.BASE, 0.9);

    send(trained);

    try (TopicReader scores = reader("scored")) {
      List<Decoded.Received> all =
          scores.until(read -> ids(read, "observed").contains("observed.1/1/dense/0/observed"));
      Decoded.Received observation =
          of(all, "observed").stream()
              .filter(r -> r.event() instanceof Observed)
              .findFirst()
              .orElseThrow();
      Observed observed = (Observed) observation.event();
      assertThat(observation.envelope().cause()).hasValue(received(trained).asCause());
      assertThat(observed.observedAccuracy()).isEqualTo(0.9);
      assertThat(observed.residual()).isEqualTo(0.9 - observed.predictedAccuracy(), within(1e-12));
    }
  }

  @Test
  void theTrainingsThatFollowAreOnlyPredictedNowAndByAModelThatHasLearnt() {
    send(launched("following", 1));
    TrialPlan plan = DrawnNetworks.plans(launched("following", 1).spec(), "following").get(0);
    Event dense = trained(plan, StepRef.BASE, 0.9);

    send(dense);
    send(trained(plan, new StepRef("blinded", 1), 0.9));

    try (TopicReader scores = reader("scored")) {
      List<Decoded.Received> all =
          scores.until(
              read -> ids(read, "following").contains("following.1/1/blinded/2/predicted"));
      assertThat(ids(all, "following"))
          .containsSubsequence(
              "following.1/1/dense/0/observed",
              "following.1/1/blinded/1/predicted",
              "following.1/1/blinded/1/observed",
              "following.1/1/blinded/2/predicted");
      Decoded.Received next =
          of(all, "following").stream()
              .filter(r -> r.event().eventId().equals("following.1/1/blinded/1/predicted"))
              .findFirst()
              .orElseThrow();
      assertThat(next.envelope().cause()).hasValue(received(dense).asCause());
      assertThat(((Predicted) next.event()).predictedAccuracy()).isGreaterThan(0.5);
    }
  }

  @Test
  void aRecordThatIsNoEventIsBuriedAndTheNextOneIsRead() {
    send(new ProducerRecord<>("campaigns", bytes("broken"), bytes("{")));

    send(launched("after-broken", 1));

    try (TopicReader letters = reader("campaigns.dead-letter");
        TopicReader proposals = reader("architecture-proposed")) {
      DeadLetters.Letter letter =
          DeadLetters.read(letters.recordsUntil(read -> !read.isEmpty()).get(0));
      assertThat(letter.service()).isEqualTo("predictor-service");
      assertThat(letter.reason()).contains("campaigns[").contains("ce_type is missing");
      assertThat(ids(proposals.until(finished("after-broken")), "after-broken")).hasSize(2);
    }
  }

  @Test
  void importedHistoryIsNeitherActedUponNorRemembered() {
    TrialPlan plan = DrawnNetworks.plans(launched("imported", 3).spec(), "imported").get(0);
    send(imported(launched("imported", 3)));
    send(imported(trained(plan, StepRef.BASE, 0.9)));
    send(onFirstPartition(KafkaEvents.write(wire(launched("after-imported", 1)))));
    TrialPlan later =
        DrawnNetworks.plans(launched("after-imported", 1).spec(), "after-imported").get(0);
    send(onFirstPartition(KafkaEvents.write(wire(trained(later, StepRef.BASE, 0.8)))));

    try (TopicReader told = new TopicReader(broker.bootstrapServers(), TOLD)) {
      told.until(all -> ids(all, "after-imported").size() >= 2 + TOLD_PER_DENSE_TRAINING);
      service.kill();
      service = startService().awaitReady();
      send(launched("after-restart", 1));

      List<Decoded.Received> all = told.until(read -> ids(read, "after-restart").size() >= 3);

      assertThat(ids(all, "imported")).isEmpty();
    }
  }

  private static WireRecord wire(Event event) {
    return EventCodec.encode(Samples.envelope(event));
  }

  private static ProducerRecord<byte[], byte[]> imported(Event event) {
    return onFirstPartition(KafkaEvents.writeImported(wire(event), "a".repeat(64)));
  }

  /** What stands behind it on the partition is read after it. */
  private static ProducerRecord<byte[], byte[]> onFirstPartition(
      ProducerRecord<byte[], byte[]> record) {
    return new ProducerRecord<>(record.topic(), 0, record.key(), record.value(), record.headers());
  }

  @Test
  void aKilledServiceProposesNothingTwiceAndLosesNothing() {
    send(launched("killed", 40));
    try (TopicReader proposals = reader("architecture-proposed")) {
      proposals.until(all -> ids(all, "killed").size() >= 5);
      service.kill();
      service = startService();

      Set<TrialPlan> trained = new HashSet<>();
      List<Decoded.Received> proposed =
          proposals.until(
              all -> {
                of(all, "killed").stream()
                    .flatMap(r -> r.event() instanceof CandidateProposed c ? Stream.of(c) : null)
                    .filter(c -> trained.add(c.plan()))
                    .forEach(c -> send(trained(c.plan(), StepRef.BASE, 0.8)));
                return finished("killed").test(all);
              });
      assertThat(ids(proposed, "killed")).hasSize(41).doesNotHaveDuplicates();
    }
    try (TopicReader scores = reader("scored")) {
      List<Decoded.Received> told =
          scores.until(all -> ids(all, "killed").size() >= 40 * TOLD_PER_DENSE_TRAINING);
      assertThat(ids(told, "killed")).hasSize(40 * TOLD_PER_DENSE_TRAINING).doesNotHaveDuplicates();
    }
  }

  private static boolean toldBeforeItsProposal(
      Decoded.Received predicted, List<Decoded.Received> proposed) {
    TrialPlan plan = ((Predicted) predicted.event()).plan();
    return proposed.stream()
        .filter(r -> r.event() instanceof CandidateProposed c && c.plan().equals(plan))
        .anyMatch(r -> !predicted.envelope().time().isAfter(r.envelope().time()));
  }

  private static Predicate<List<Decoded.Received>> finished(String campaign) {
    return all ->
        all.stream()
            .anyMatch(
                r -> r.event() instanceof ProposingFinished f && f.campaign().equals(campaign));
  }

  private static List<Decoded.Received> of(List<Decoded.Received> all, String campaign) {
    return all.stream().filter(r -> r.event().campaign().equals(campaign)).toList();
  }

  private static List<String> ids(List<Decoded.Received> all, String campaign) {
    return of(all, campaign).stream().map(r -> r.event().eventId()).toList();
  }

  private static ServiceProcess startService() {
    return ServiceProcess.start(
        HEAP_MEGABYTES,
        FreePort.find(),
        Map.of("kafka.bootstrap.servers", broker.bootstrapServers()));
  }

  private static TopicReader reader(String topic) {
    return new TopicReader(broker.bootstrapServers(), topic);
  }

  private static void send(Event event) {
    send(KafkaEvents.write(Samples.envelope(event)));
  }

  private static void send(ProducerRecord<byte[], byte[]> record) {
    try {
      producer.send(record).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
