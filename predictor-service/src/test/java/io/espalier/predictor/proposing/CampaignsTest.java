package io.espalier.predictor.proposing;

import static io.espalier.predictor.Samples.CAMPAIGN;
import static io.espalier.predictor.Samples.failed;
import static io.espalier.predictor.Samples.launched;
import static io.espalier.predictor.Samples.plan;
import static io.espalier.predictor.Samples.received;
import static io.espalier.predictor.Samples.trained;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.espalier.events.CampaignEvent.CampaignPaused;
import io.espalier.events.CampaignEvent.CampaignResumed;
import io.espalier.events.CampaignEvent.CampaignStopped;
import io.espalier.events.CampaignEvent.TrialRetried;
import io.espalier.events.Event;
import io.espalier.plan.StepRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CampaignsTest {

  private final Campaigns campaigns = new Campaigns(2);

  @Test
  void noMoreTrialsAreOpenThanTheWindowHolds() {
    take(launched(5));

    assertThat(tellAll()).containsExactly("c1.1/1/dense/0/proposed", "c1.2/1/dense/0/proposed");
  }

  @Test
  void anEndedDenseTrainingMakesRoomForOneTrial() {
    take(launched(5));
    tellAll();

    take(trained(plan(2), StepRef.BASE, 0.9));

    assertThat(tellAll()).containsExactly("c1.3/1/dense/0/proposed");
  }

  @Test
  void aFailedDenseTrainingMakesRoomToo() {
    take(launched(5));
    tellAll();

    take(failed(plan(1)));

    assertThat(tellAll()).containsExactly("c1.3/1/dense/0/proposed");
  }

  @Test
  void aRetrainingMakesNoRoom() {
    take(launched(5));
    tellAll();

    take(trained(plan(1), new StepRef("blinded", 1), 0.9));

    assertThat(tellAll()).isEmpty();
  }

  @Test
  void afterTheLastTrialProposingFinishesOnce() {
    take(launched(2));

    assertThat(tellAll())
        .containsExactly(
            "c1.1/1/dense/0/proposed", "c1.2/1/dense/0/proposed", "c1/proposing-finished");
    assertThat(tellAll()).isEmpty();
  }

  @Test
  void aPausedCampaignProposesNothingUntilItIsResumed() {
    take(launched(3));
    take(new CampaignPaused(CAMPAIGN, 1));
    assertThat(tellAll()).isEmpty();

    take(new CampaignResumed(CAMPAIGN, 2));

    assertThat(tellAll()).hasSize(2);
  }

  @Test
  void anOlderPauseThatArrivesLateDoesNotUndoAResume() {
    take(launched(3));
    take(new CampaignResumed(CAMPAIGN, 2));

    take(new CampaignPaused(CAMPAIGN, 1));

    assertThat(tellAll()).hasSize(2);
  }

  @Test
  void aStoppedCampaignNeverProposesAgain() {
    take(launched(3));
    take(new CampaignStopped(CAMPAIGN, 1));

    take(new CampaignResumed(CAMPAIGN, 2));
    take(new TrialRetried(CAMPAIGN, "c1.1", 2));

    assertThat(tellAll()).isEmpty();
  }

  @Test
  void aRetriedTrialIsProposedAsItsNextAttemptBecauseOfTheRetry() {
    take(launched(1));
    tellAll();
    take(failed(plan(1)));

    TrialRetried retried = new TrialRetried(CAMPAIGN, "c1.1", 2);
    take(retried);

    Optional<NextProposal> next = campaigns.next(CAMPAIGN);
    assertThat(next).map(n -> n.event().eventId()).hasValue("c1.1/2/dense/0/proposed");
    assertThat(next).map(n -> n.origin().cause()).hasValue(received(retried).asCause());
  }

  @Test
  void aLostAttemptHoldsNoPlaceInTheWindowOnceItIsRetried() {
    take(launched(3));
    tellAll();

    take(new TrialRetried(CAMPAIGN, "c1.1", 2));

    assertThat(tellAll()).containsExactly("c1.1/2/dense/0/proposed");
  }

  @Test
  void theLaunchIsTheCauseOfWhatItAskedFor() {
    take(launched(1));

    assertThat(campaigns.next(CAMPAIGN))
        .map(n -> n.origin().cause())
        .hasValue(received(launched(1)).asCause());
  }

  @Test
  void aTrainingThatIsKnownBeforeItsLaunchIsNotProposedAgain() {
    take(trained(plan(1), StepRef.BASE, 0.9));
    assertThat(tellAll()).isEmpty();

    take(launched(2));

    assertThat(tellAll()).containsExactly("c1.2/1/dense/0/proposed", "c1/proposing-finished");
  }

  @Test
  void campaignsHaveWindowsOfTheirOwn() {
    take(launched(5));
    take(launched("c2", 5));
    tellAll();

    assertThat(campaigns.next("c2")).isPresent();
  }

  @Test
  void aWindowWithoutRoomIsRejected() {
    assertThatThrownBy(() -> new Campaigns(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("espalier.predictor.window is 0");
  }

  private void take(Event event) {
    campaigns.evolve(received(event));
  }

  /** Tells what is to be told about the campaign and returns the ids. */
  private List<String> tellAll() {
    List<String> told = new ArrayList<>();
    Optional<NextProposal> next = campaigns.next(CAMPAIGN);
    while (next.isPresent()) {
      told.add(next.get().event().eventId());
      campaigns.evolve(next.get().event());
      next = campaigns.next(CAMPAIGN);
    }
    return told;
  }
}
