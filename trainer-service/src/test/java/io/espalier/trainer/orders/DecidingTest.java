package io.espalier.trainer.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.espalier.events.CampaignEvent.CampaignStopped;
import io.espalier.events.CampaignEvent.TrialRetried;
import io.espalier.events.Event;
import io.espalier.events.ProposalEvent.CandidateProposed;
import io.espalier.events.ProposalEvent.CandidateSkipped;
import io.espalier.events.ProposalEvent.ProposingFinished;
import io.espalier.events.Provenance;
import io.espalier.events.PruningEvent;
import io.espalier.events.PruningEvent.Pruned;
import io.espalier.events.PruningEvent.PruningFailed;
import io.espalier.events.PruningEvent.ScheduleFinished;
import io.espalier.events.Quality;
import io.espalier.events.TrainingEvent.TrainingCancelled;
import io.espalier.networks.order.TrainingOrder;
import io.espalier.plan.StepRef;
import io.espalier.plan.TrialPlan;
import io.espalier.trainer.fixtures.Trials;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DecidingTest {
  private static final int LIMIT = 10;
  private static final TrialPlan PLAN = Trials.plan("c1");
  private static final Event PROPOSED = new CandidateProposed(PLAN);
  private static final Pruned PRUNED =
      Trials.pruned(PLAN, Trials.artifact('a'), Trials.artifact('b'));

  private final History history = new History();

  @Test
  void aProposalIsTrainedDenseForThePlansEpochs() {
    Decision decision = decide(PROPOSED, 1);

    assertThat(decision)
        .isEqualTo(
            new Decision.Train(
                new TrainingOrder(PLAN, StepRef.BASE, PLAN.training().epochs(), Optional.empty())));
  }

  @Test
  void aPrunedNetworkIsRetrainedFromItsCheckpointUnderItsMask() {
    Decision decision = decide(PRUNED, 1);

    assertThat(decision)
        .isInstanceOfSatisfying(
            Decision.Train.class,
            train -> {
              assertThat(train.order().at()).isEqualTo(Trials.STEP);
              assertThat(train.order().epochs()).isEqualTo(PRUNED.retrainEpochs());
              assertThat(train.order().retraining())
                  .contains(
                      new TrainingOrder.Retraining(Trials.artifact('a'), Trials.artifact('b')));
            });
  }

  static Stream<Event> eventsWithoutWork() {
    return Stream.of(
        new CandidateSkipped(PLAN, "too like another", 0.5),
        new ProposingFinished("c1", 1, 0),
        new ScheduleFinished(PLAN, Trials.STEP, new Quality(0.9, 0.4, 0.9, 0.4)),
        new PruningFailed(
            PLAN, Trials.STEP, PruningEvent.FailureReason.UNEXPECTED, "no such luck"));
  }

  @ParameterizedTest
  @MethodSource("eventsWithoutWork")
  void anEventThatAsksForNoWorkIsIgnoredHoweverOftenItComes(Event event) {
    assertThat(decide(event, 1)).isInstanceOf(Decision.Ignore.class);
    assertThat(decide(event, LIMIT)).isInstanceOf(Decision.Ignore.class);
  }

  @Test
  void aTrainingThatHasEndedIsNotDoneAgain() {
    history.learn(cancelled(PLAN, StepRef.BASE));

    assertThat(decide(PROPOSED, 2)).isInstanceOf(Decision.Ignore.class);
    assertThat(decide(PRUNED, 2)).isInstanceOf(Decision.Train.class);
  }

  @Test
  void theEndOfAnEarlierAttemptDoesNotCountForTheNext() {
    history.learn(cancelled(PLAN, StepRef.BASE));

    assertThat(decide(new CandidateProposed(PLAN.retriedAs(2)), 1))
        .isInstanceOf(Decision.Train.class);
  }

  @Test
  void aTrainingOfAStoppedCampaignIsCancelled() {
    history.learn(new CampaignStopped("c1", 1));

    assertThat(decide(PROPOSED, 1))
        .isInstanceOfSatisfying(
            Decision.Cancel.class, cancel -> assertThat(cancel.reason()).contains("c1"));
  }

  @Test
  void aCampaignThatStoppedAsksNothingOfTrainingsThatHadEnded() {
    history.learn(cancelled(PLAN, StepRef.BASE));
    history.learn(new CampaignStopped("c1", 1));

    assertThat(decide(PROPOSED, 1)).isInstanceOf(Decision.Ignore.class);
  }

  @Test
  void anAttemptThatWasReplacedIsCancelledAndTheNewOneIsTrained() {
    history.learn(new TrialRetried("c1", PLAN.trial(), 3));
    history.learn(new TrialRetried("c1", PLAN.trial(), 2));

    assertThat(decide(new CandidateProposed(PLAN.retriedAs(2)), 1))
        .isInstanceOf(Decision.Cancel.class);
    assertThat(decide(new CandidateProposed(PLAN.retriedAs(3)), 1))
        .isInstanceOf(Decision.Train.class);
  }

  @Test
  void aTrainingThatWorkersDieOnIsGivenUpOneDeliveryBeforeTheBrokerDropsIt() {
    assertThat(decide(PROPOSED, LIMIT - 2)).isInstanceOf(Decision.Train.class);
    assertThat(decide(PROPOSED, LIMIT - 1))
        .isInstanceOfSatisfying(
            Decision.GiveUp.class, giveUp -> assertThat(giveUp.deliveries()).isEqualTo(LIMIT - 1));
    assertThat(decide(PROPOSED, LIMIT)).isInstanceOf(Decision.GiveUp.class);
  }

  @Test
  void aFirstDeliveryIsTriedHoweverLowTheBrokersLimit() {
    assertThat(Deciding.decide(PROPOSED, 1, 1, history)).isInstanceOf(Decision.Train.class);
  }

  private Decision decide(Event event, int deliveries) {
    return Deciding.decide(event, deliveries, LIMIT - deliveries, history);
  }

  private static TrainingCancelled cancelled(TrialPlan plan, StepRef at) {
    return new TrainingCancelled(plan, at, "tests", new Provenance("w", "0", "cpu", 1, "m"));
  }
}
