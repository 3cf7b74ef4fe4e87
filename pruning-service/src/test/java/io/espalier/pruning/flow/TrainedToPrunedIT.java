package io.espalier.pruning.flow;

import static io.espalier.pruning.Samples.BLINDED;
import static io.espalier.pruning.Samples.CONTROL;
import static io.espalier.pruning.Samples.UNIFORM;
import static io.espalier.pruning.Samples.plan;
import static io.espalier.pruning.Samples.received;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.artifacts.mask.LayerMask;
import io.espalier.artifacts.mask.Mask;
import io.espalier.datasets.Dataset;
import io.espalier.envelope.Decoded;
import io.espalier.envelope.EventCodec;
import io.espalier.envelope.WireRecord;
import io.espalier.events.Event;
import io.espalier.events.LayerPruning;
import io.espalier.events.PruningEvent.FailureReason;
import io.espalier.events.PruningEvent.Pruned;
import io.espalier.events.PruningEvent.PruningFailed;
import io.espalier.events.PruningEvent.ScheduleFinished;
import io.espalier.events.Quality;
import io.espalier.events.TrainingEvent.Trained;
import io.espalier.log.DeadLetters;
import io.espalier.log.KafkaEvents;
import io.espalier.log.testing.TopicReader;
import io.espalier.networks.order.TrainingOrder;
import io.espalier.networks.trainer.Networks;
import io.espalier.networks.training.TrainableNetwork;
import io.espalier.plan.ArtifactRef;
import io.espalier.plan.StepRef;
import io.espalier.plan.TrialPlan;
import io.espalier.pruning.Samples;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service against a real broker, with a network that was really trained. */
class TrainedToPrunedIT {
  private static final int WEIGHTS = 784 * 8 + 8 * 10;

  private static PruningService service;
  private static Dataset dataset;
  private static Checkpoint checkpoint;
  private static ArtifactRef stored;
  private static Quality quality;

  @BeforeAll
  static void start(@TempDir Path directory) {
    service = PruningService.start(directory);
    Trained trained = service.trained(TrainingOrder.dense(plan("trained", 784, 10)));
    dataset = service.dataset(trained.plan());
    stored = trained.checkpoint();
    checkpoint = Checkpoint.fromBytes(service.store().read(stored));
    quality = trained.quality();
    service.awaitReady();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void theDenseNetworkIsPrunedForEveryBranch() {
    TrialPlan plan = plan("dense", 784, 10, CONTROL, BLINDED, UNIFORM);
    Trained trained = trained(plan, StepRef.BASE, Optional.empty());

    service.send(trained);

    List<Decoded.Received> told = service.readUntil("dense", 3);
    assertThat(told)
        .allMatch(r -> r.envelope().cause().get().equals(received(trained).asCause()))
        .extracting(r -> r.event().eventId())
        .containsExactly(
            "dense/1/dense-control/1/pruned",
            "dense/1/blinded/1/pruned",
            "dense/1/uniform/1/pruned");
    Pruned control = (Pruned) told.get(0).event();
    assertThat(control.kept()).isEqualTo(WEIGHTS).isEqualTo(control.total());
    assertThat(control.after()).isEqualTo(control.before()).isEqualTo(quality);
    Pruned blinded = (Pruned) told.get(1).event();
    assertThat(blinded.kept()).isEqualTo(WEIGHTS / 2);
    assertThat(blinded.input()).isEqualTo(stored);
    assertThat(blinded.after()).isNotEqualTo(blinded.before());
    assertSame(blinded.after(), measured(blinded));
    Pruned uniform = (Pruned) told.get(2).event();
    assertThat(uniform.layers()).extracting(LayerPruning::kept).containsExactly(1254L, 16L);
    assertSame(uniform.after(), measured(uniform));
  }

  @Test
  void aRetrainedNetworkIsPrunedFurtherAndNothingComesBack() {
    TrialPlan plan = plan("further", 784, 10, BLINDED, UNIFORM);
    service.send(trained(plan, StepRef.BASE, Optional.empty()));
    Pruned first = (Pruned) service.readUntil("further", 2).get(0).event();

    service.send(trained(plan, new StepRef("blinded", 1), Optional.of(first.mask())));
    service.send(trained(plan, new StepRef("uniform", 1), Optional.of(first.mask())));

    List<Decoded.Received> told = service.readUntil("further", 4);
    Pruned second = (Pruned) told.get(2).event();
    assertThat(second.at()).isEqualTo(new StepRef("blinded", 2));
    assertThat(second.kept()).isEqualTo(WEIGHTS - Math.round(0.8 * WEIGHTS));
    Mask then = mask(second);
    for (int layer = 0; layer < 2; layer++) {
      var revived = then.layers().get(layer).bits();
      revived.andNot(mask(first).layers().get(layer).bits());
      assertThat(revived.isEmpty()).isTrue();
    }
    assertThat(told.get(3).event())
        .isEqualTo(new ScheduleFinished(plan, new StepRef("uniform", 1), quality));
  }

  @Test
  void aStructureThatTheDenseTrainingLearnedIsPrunedFurther() {
    TrialPlan plan = plan("learned", 784, 10, CONTROL, BLINDED);
    Mask learned = everyThirdWeight(plan);
    ArtifactRef mask = service.store().put(learned.toBytes());

    service.send(trained(plan, StepRef.BASE, Optional.of(mask)));

    List<Decoded.Received> told = service.readUntil("learned", 2);
    Pruned control = (Pruned) told.get(0).event();
    assertThat(control.kept()).isEqualTo(learned.kept());
    assertThat(control.after()).isEqualTo(quality);
    assertThat(((PruningFailed) told.get(1).event()).reason())
        .isEqualTo(FailureReason.AMOUNT_IMPOSSIBLE);
  }

  @Test
  void anAlteredCheckpointIsNamedInTheFailure() throws Exception {
    TrialPlan plan = plan("altered", 784, 10, BLINDED);
    byte[] content = checkpoint.toBytes();
    content[content.length - 1] ^= 1;
    ArtifactRef altered = service.store().put(content);
    content[content.length - 2] ^= 1;
    Files.write(service.store().file(altered), content);

    service.send(Samples.trained(plan, StepRef.BASE, altered, Optional.empty(), quality));

    PruningFailed failed = (PruningFailed) service.readUntil("altered", 1).get(0).event();
    assertThat(failed.at()).isEqualTo(new StepRef("blinded", 1));
    assertThat(failed.reason()).isEqualTo(FailureReason.ARTIFACT_UNREADABLE);
    assertThat(failed.detail()).contains(altered.sha256() + ".safetensors").contains("altered");
  }

  @Test
  void nothingIsToldTwiceNotEvenAfterAKill() {
    TrialPlan plan = plan("repeated", 784, 10, CONTROL, BLINDED);
    Trained trained = trained(plan, StepRef.BASE, Optional.empty());
    service.send(trained);
    service.readUntil("repeated", 1);
    service.kill();
    service.send(trained);

    service.restart();
    service.send(trained);
    service.send(trained(plan, new StepRef("blinded", 2), Optional.empty()));

    assertThat(service.readUntil("repeated", 3))
        .extracting(r -> r.event().eventId())
        .containsExactly(
            "repeated/1/dense-control/1/pruned",
            "repeated/1/blinded/1/pruned",
            "repeated/1/blinded/2/schedule-finished");
  }

  @Test
  void whatIsNoEventOrContradictsItselfIsBuriedAndTheNextOneIsRead() {
    service.send(
        new ProducerRecord<>("trained", "after-broken".getBytes(UTF_8), "{".getBytes(UTF_8)));
    service.send(
        trained(plan("after-broken", 784, 10, CONTROL), new StepRef("none", 1), Optional.empty()));

    service.send(trained(plan("after-broken", 784, 10), StepRef.BASE, Optional.empty()));

    assertThat(service.readUntil("after-broken", 1).get(0).event())
        .isInstanceOf(ScheduleFinished.class);
    try (TopicReader letters = new TopicReader(service.bootstrapServers(), "trained.dead-letter")) {
      assertThat(letters.recordsUntil(read -> read.size() >= 2))
          .map(DeadLetters::read)
          .allMatch(letter -> letter.service().equals("pruning-service"))
          .map(DeadLetters.Letter::reason)
          .satisfiesExactly(
              reason -> assertThat(reason).contains("trained[").contains("ce_type is missing"),
              reason -> assertThat(reason).contains("trained[").contains("none/1"));
    }
  }

  @Test
  void importedHistoryIsNeitherActedUponNorRemembered() {
    TrialPlan plan = plan("imported", 784, 10);
    Trained trained = trained(plan, StepRef.BASE, Optional.empty());
    service.send(imported(trained));
    service.send(imported(new ScheduleFinished(plan, StepRef.BASE, quality)));
    TrialPlan later = plan("after-imported", 784, 10);
    service.send(
        onFirstPartition(KafkaEvents.write(wire(trained(later, StepRef.BASE, Optional.empty())))));
    service.readUntil("after-imported", 1);
    assertThat(service.readUntil("imported", 1)).allMatch(Decoded.Received::isImported);

    service.kill();
    service.restart();
    service.send(trained);

    assertThat(service.readUntil("imported", 2))
        .extracting(Decoded.Received::isImported)
        .containsExactly(true, false);
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

  private static Mask everyThirdWeight(TrialPlan plan) {
    List<LayerMask> layers = new ArrayList<>();
    for (LayerMask layer : Mask.ones(plan.architecture()).layers()) {
      BitSet kept = layer.bits();
      layer.bits().stream().filter(i -> i % 3 != 0).forEach(kept::clear);
      layers.add(layer.keeping(kept));
    }
    return new Mask(layers);
  }

  private static Trained trained(TrialPlan plan, StepRef at, Optional<ArtifactRef> mask) {
    return Samples.trained(plan, at, stored, mask, quality);
  }

  private static Mask mask(Pruned pruned) {
    return Mask.fromBytes(service.store().read(pruned.mask()), pruned.plan().architecture());
  }

  private static Quality measured(Pruned pruned) {
    try (TrainableNetwork network =
        new Networks().from(pruned.plan().architecture(), mask(pruned).applyTo(checkpoint))) {
      return network.evaluate(dataset);
    }
  }

  /** Equal up to the order of sums, which depends on the number of threads. */
  private static void assertSame(Quality actual, Quality expected) {
    assertThat(actual.testAccuracy()).isEqualTo(expected.testAccuracy(), within(1e-4));
    assertThat(actual.testLoss()).isEqualTo(expected.testLoss(), within(1e-5));
    assertThat(actual.validationAccuracy()).isEqualTo(expected.validationAccuracy(), within(1e-4));
    assertThat(actual.validationLoss()).isEqualTo(expected.validationLoss(), within(1e-5));
  }
}
