package io.espalier.trainer.flow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.artifacts.checkpoint.InitialWeights;
import io.espalier.artifacts.mask.Mask;
import io.espalier.artifacts.store.DirectoryArtifactStore;
import io.espalier.envelope.Decoded.Received;
import io.espalier.events.CampaignEvent.CampaignStopped;
import io.espalier.events.EpochEvent.EpochFinished;
import io.espalier.events.ProposalEvent.CandidateProposed;
import io.espalier.events.ProposalEvent.ProposingFinished;
import io.espalier.events.Topic;
import io.espalier.events.TrainingEvent;
import io.espalier.events.TrainingEvent.FailureReason;
import io.espalier.events.TrainingEvent.Trained;
import io.espalier.events.TrainingEvent.TrainingCancelled;
import io.espalier.events.TrainingEvent.TrainingFailed;
import io.espalier.events.WorkerEvent.WorkerBusy;
import io.espalier.events.WorkerEvent.WorkerJoined;
import io.espalier.log.DeadLetters;
import io.espalier.log.Topics;
import io.espalier.plan.ArtifactRef;
import io.espalier.plan.EarlyStopping;
import io.espalier.plan.StepRef;
import io.espalier.plan.TrialPlan;
import io.espalier.trainer.fixtures.BrokerResource;
import io.espalier.trainer.fixtures.Log;
import io.espalier.trainer.fixtures.Masks;
import io.espalier.trainer.fixtures.Trials;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(BrokerResource.class)
class ProposedToTrainedIT {
  private static final int ENDLESS = 1_000_000;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @ConfigProperty(name = "espalier.artifacts.dir")
  Path artifacts;

  private Log log;

  @BeforeEach
  void open() {
    log = new Log(bootstrapServers, Topics.names());
  }

  @AfterEach
  void close() {
    log.close();
  }

  @Test
  void aProposalIsTrainedAndToldAsItsEffect() {
    TrialPlan plan = Trials.plan("trained");

    String hash = log.tell(new CandidateProposed(plan));

    Received told = trained(plan);
    Trained trained = (Trained) told.event();
    assertThat(told.envelope().cause())
        .hasValueSatisfying(
            cause -> {
              assertThat(cause.hash()).isEqualTo(hash);
              assertThat(cause.id()).isEqualTo(new CandidateProposed(plan).eventId());
            });
    assertThat(told.envelope().source()).isEqualTo("trainer-service");
    assertThat(trained.epochs()).isEqualTo(plan.training().epochs());
    assertThat(trained.mask()).isEmpty();
    assertThat(trained.quality().testAccuracy()).isGreaterThan(0.2);
    assertThat(trained.provenance().worker()).isEqualTo("tests");
    assertThat(new DirectoryArtifactStore(artifacts).read(trained.checkpoint())).isNotEmpty();
    log.await(EpochFinished.class, e -> e.trial().equals(plan.trial()) && e.epoch() == 2);
    log.await(WorkerJoined.class, joined -> joined.worker().equals("tests"));
    log.await(WorkerBusy.class, busy -> busy.trial().equals(plan.trial()));
  }

  @Test
  void aStructureThatWasLearnedIsStoredAndToldAsTheMask() {
    TrialPlan plan =
        Trials.withTraining(Trials.plan("learned"), Trials.evolving(2, Optional.empty()));

    log.tell(new CandidateProposed(plan));

    Trained trained = (Trained) trained(plan).event();
    DirectoryArtifactStore store = new DirectoryArtifactStore(artifacts);
    Mask mask = Mask.fromBytes(store.read(trained.mask().orElseThrow()), plan.architecture());
    Checkpoint weights = Checkpoint.fromBytes(store.read(trained.checkpoint()));
    assertThat(mask.kept()).isEqualTo(1_270);
    assertThat(mask.applyTo(weights)).isEqualTo(weights);
    EpochFinished second =
        (EpochFinished)
            log.await(EpochFinished.class, e -> e.trial().equals(plan.trial()) && e.epoch() == 2)
                .event();
    assertThat(second.structure())
        .hasValueSatisfying(
            change -> {
              assertThat(change.pruned()).isPositive().isEqualTo(change.regrown());
              assertThat(change.kept()).isEqualTo(1_270);
            });
  }

  @Test
  void aTrainingThatStopsEarlyTellsTheEpochsThatWereTrained() {
    TrialPlan plan =
        Trials.withTraining(
            Trials.plan("early"), Trials.evolving(9, Optional.of(new EarlyStopping(1, 1))));

    log.tell(new CandidateProposed(plan));

    assertThat(((Trained) trained(plan).event()).epochs()).isEqualTo(2);
  }

  @Test
  void theWeightsThatABranchGoesBackToAreStoredAndTold() {
    TrialPlan plan = Trials.rewinding(Trials.plan("rewinding"), 0);

    log.tell(new CandidateProposed(plan));

    Trained trained = (Trained) trained(plan).event();
    assertThat(
            Checkpoint.fromBytes(
                new DirectoryArtifactStore(artifacts).read(trained.snapshot(0).orElseThrow())))
        .isEqualTo(InitialWeights.checkpoint(plan.architecture(), plan.seed()));
  }

  @Test
  void aRecurrentNetworkIsTrainedOnStrings() {
    TrialPlan plan = Trials.recurrent("recurrent");

    log.tell(new CandidateProposed(plan));

    Trained trained = (Trained) trained(plan).event();
    assertThat(trained.quality().testAccuracy()).isBetween(0.4, 1.0);
    Checkpoint.fromBytes(new DirectoryArtifactStore(artifacts).read(trained.checkpoint()))
        .requireFits(plan.architecture());
  }

  @Test
  void theSameProposalTrainedTwiceGivesTheSameCheckpoint() {
    TrialPlan plan = Trials.plan("twice");

    log.tell(new CandidateProposed(plan));
    log.tell(new CandidateProposed(plan.retriedAs(2)));

    Trained first = (Trained) trained(plan).event();
    Trained second = (Trained) trained(plan.retriedAs(2)).event();
    assertThat(second.checkpoint()).isEqualTo(first.checkpoint());
    assertThat(second.quality()).isEqualTo(first.quality());
  }

  @Test
  void aPrunedNetworkIsRetrainedAndItsPrunedWeightsStayExactlyZero() {
    TrialPlan plan = Trials.plan("pruned");
    DirectoryArtifactStore store = new DirectoryArtifactStore(artifacts);
    log.tell(new CandidateProposed(plan));
    Trained dense = (Trained) trained(plan).event();
    Mask mask = Masks.everySecondWeight(plan.architecture());
    ArtifactRef stored = store.put(mask.toBytes());

    String hash = log.tell(Trials.pruned(plan, dense.checkpoint(), stored));

    Received told = log.await(Trained.class, t -> t.at().equals(Trials.STEP) && isOf(t, plan));
    Trained retrained = (Trained) told.event();
    assertThat(told.envelope().cause())
        .hasValueSatisfying(c -> assertThat(c.hash()).isEqualTo(hash));
    assertThat(retrained.mask()).contains(stored);
    assertThat(retrained.epochs()).isEqualTo(Trials.BRANCH.retrainEpochs());
    Checkpoint weights = Checkpoint.fromBytes(store.read(retrained.checkpoint()));
    assertThat(Masks.prunedWeights(mask, weights)).hasSize(3176).containsOnly(0f);
    assertThat(retrained.checkpoint()).isNotEqualTo(dense.checkpoint());
  }

  @Test
  void aRateThatIsTooHighIsTheFailureDiverged() {
    TrialPlan plan =
        Trials.withWidths(Trials.plan("diverged", 5, 10), List.of(784, 64, 64, 64, 64, 10));

    log.tell(new CandidateProposed(plan));

    assertThat(failed(plan).reason()).isEqualTo(FailureReason.DIVERGED);
  }

  @Test
  void anArchitectureThatDoesNotFitItsDatasetCannotBeBuiltAndBothAreNamed() {
    TrialPlan plan = Trials.withWidths(Trials.plan("misfit"), List.of(100, 5, 10));

    log.tell(new CandidateProposed(plan));

    TrainingFailed failed = failed(plan);
    assertThat(failed.reason()).isEqualTo(FailureReason.CANNOT_BUILD);
    assertThat(failed.detail()).contains("100-5-10", "digits-generated", "784");
  }

  @Test
  void aCheckpointThatIsAbsentIsTheFailureArtifactUnreadable() {
    TrialPlan plan = Trials.plan("absent");

    log.tell(Trials.pruned(plan, Trials.artifact('a'), Trials.artifact('b')));

    assertThat(failed(plan).reason()).isEqualTo(FailureReason.ARTIFACT_UNREADABLE);
  }

  @Test
  void aRecordThatCannotBeReadIsPutAsideWithTheReasonAndTheNextIsTrained() {
    String topic = Topic.ARCHITECTURE_PROPOSED.topicName();
    long offset =
        log.send(new ProducerRecord<>(topic, "k".getBytes(UTF_8), "{}".getBytes(UTF_8))).offset();
    TrialPlan plan = Trials.plan("after-malformed");
    log.tell(new ProposingFinished("after-malformed", 1, 0));
    log.tell(new CandidateProposed(plan));

    DeadLetters.Letter letter =
        DeadLetters.read(
            log.awaitRecord(r -> r.topic().equals(Topic.ARCHITECTURE_PROPOSED.deadLetterName())));
    assertThat(letter.original().offset()).isEqualTo(offset);
    assertThat(letter.service()).isEqualTo("trainer-service");
    assertThat(letter.reason()).contains("ce_type");
    trained(plan);
  }

  @Test
  void aTrainingLongerThanItsLockIsHandedOutOnceAndEndsWhenItsCampaignIsStopped() {
    TrialPlan plan = Trials.plan("stopped", ENDLESS, 0.01);
    long start = System.nanoTime();
    log.tell(new CandidateProposed(plan));

    log.await(
        EpochFinished.class,
        e ->
            e.trial().equals(plan.trial())
                && System.nanoTime() - start > BrokerResource.LOCK.multipliedBy(2).toNanos());
    log.tell(new CampaignStopped("stopped", 1));

    log.await(TrainingCancelled.class, t -> isOf(t, plan));
    assertThat(log.seen(WorkerBusy.class))
        .filteredOn(b -> b.trial().equals(plan.trial()))
        .hasSize(1);
    assertThat(log.seen(EpochFinished.class))
        .filteredOn(e -> e.trial().equals(plan.trial()))
        .extracting(EpochFinished::epoch)
        .doesNotHaveDuplicates();
    log.tell(new CandidateProposed(Trials.withTrial(plan, "stopped.2")));
    log.await(TrainingCancelled.class, t -> t.plan().trial().equals("stopped.2"));
  }

  @Test
  void aProposalThatWasAnsweredBeforeIsAnsweredOnce() {
    TrialPlan plan = Trials.plan("repeated");
    log.tell(new CandidateProposed(plan));
    trained(plan);

    log.tell(new CandidateProposed(plan));
    TrialPlan next = Trials.plan("after-repeated");
    log.tell(new CandidateProposed(next));

    trained(next);
    assertThat(log.seen(Trained.class)).filteredOn(t -> isOf(t, plan)).hasSize(1);
  }

  @Test
  void anImportedProposalIsPassedOver() {
    TrialPlan imported = Trials.plan("imported");
    log.tellImported(new CandidateProposed(imported));
    log.tellImported(Trials.pruned(imported, Trials.artifact('a'), Trials.artifact('b')));
    TrialPlan next = Trials.plan("after-imported");
    log.tell(Trials.pruned(next, Trials.artifact('a'), Trials.artifact('b')));
    log.tell(new CandidateProposed(next));

    failed(next);
    trained(next);

    assertThat(log.seen(TrainingEvent.class)).noneMatch(t -> isOf(t, imported));
    assertThat(log.seen(WorkerBusy.class)).noneMatch(b -> b.trial().equals(imported.trial()));
  }

  private Received trained(TrialPlan plan) {
    return log.await(Trained.class, t -> t.at().equals(StepRef.BASE) && isOf(t, plan));
  }

  private TrainingFailed failed(TrialPlan plan) {
    return (TrainingFailed) log.await(TrainingFailed.class, t -> isOf(t, plan)).event();
  }

  private static boolean isOf(TrainingEvent event, TrialPlan plan) {
    return event.plan().equals(plan);
  }
}
