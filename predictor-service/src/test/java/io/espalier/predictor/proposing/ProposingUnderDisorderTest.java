package io.espalier.predictor.proposing;

import static io.espalier.predictor.Samples.CAMPAIGN;
import static io.espalier.predictor.Samples.failed;
import static io.espalier.predictor.Samples.launched;
import static io.espalier.predictor.Samples.received;
import static io.espalier.predictor.Samples.trained;
import static org.assertj.core.api.Assertions.assertThat;

import io.espalier.envelope.Decoded;
import io.espalier.events.CampaignEvent.CampaignPaused;
import io.espalier.events.CampaignEvent.CampaignResumed;
import io.espalier.events.CampaignEvent.TrialRetried;
import io.espalier.events.Event;
import io.espalier.events.ProposalEvent.CandidateProposed;
import io.espalier.plan.StepRef;
import io.espalier.plan.TrialPlan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A whole campaign is run while deliveries are repeated and delayed and the service is killed at
 * any point: between telling and folding what was told, too.
 */
class ProposingUnderDisorderTest {
  private static final int TRIALS = 12;
  private static final int WINDOW = 3;

  private final List<Decoded.Received> log = new ArrayList<>();
  private final List<Event> pending = new ArrayList<>();
  private Campaigns campaigns = new Campaigns(WINDOW);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void everyAttemptIsProposedOnceAndNothingIsLost(long seed) {
    Random random = new Random(seed);
    pending.add(launched(TRIALS));
    pending.add(new CampaignPaused(CAMPAIGN, 1));
    pending.add(new CampaignResumed(CAMPAIGN, 2));
    pending.add(new TrialRetried(CAMPAIGN, "c1.4", 2));

    while (!pending.isEmpty()) {
      Event event = pending.remove(random.nextInt(pending.size()));
      if (random.nextInt(4) == 0) {
        pending.add(event);
      }
      Decoded.Received received = received(event);
      log.add(received);
      campaigns.evolve(received);
      tellUntilKilled(random);
      if (random.nextInt(5) == 0) {
        restart(random);
      }
    }
    restart(random);
    tell();

    List<String> proposals =
        log.stream()
            .filter(r -> r.event() instanceof CandidateProposed)
            .map(r -> r.event().eventId())
            .toList();
    assertThat(proposals).doesNotHaveDuplicates();
    assertThat(proposals.stream().map(p -> p.substring(0, p.indexOf('/'))).distinct())
        .hasSize(TRIALS);
    assertThat(proposals).contains("c1.4/2/dense/0/proposed");
    assertThat(log).filteredOn(r -> r.event().eventId().equals("c1/proposing-finished")).hasSize(1);
  }

  private void tellUntilKilled(Random random) {
    while (campaigns.next(CAMPAIGN).isPresent()) {
      boolean killedAfterTelling = random.nextInt(6) == 0;
      tellOne(!killedAfterTelling);
      assertThat(open()).isLessThanOrEqualTo(WINDOW);
      if (killedAfterTelling) {
        restart(random);
      }
    }
  }

  private void tell() {
    while (campaigns.next(CAMPAIGN).isPresent()) {
      tellOne(true);
    }
  }

  private void tellOne(boolean fold) {
    Optional<NextProposal> next = campaigns.next(CAMPAIGN);
    Event event = next.orElseThrow().event();
    log.add(received(event));
    if (fold) {
      campaigns.evolve(next.orElseThrow().event());
    }
    if (event instanceof CandidateProposed candidate) {
      pending.add(
          candidate.plan().seed() % 3 == 0
              ? failed(candidate.plan())
              : trained(candidate.plan(), StepRef.BASE, 0.5));
    }
  }

  private void restart(Random random) {
    List<Decoded.Received> replayed = new ArrayList<>(log);
    Collections.shuffle(replayed, random);
    campaigns = new Campaigns(WINDOW);
    replayed.forEach(campaigns::evolve);
  }

  private long open() {
    return log.stream()
        .filter(r -> r.event() instanceof CandidateProposed)
        .map(r -> ((CandidateProposed) r.event()).plan())
        .filter(plan -> log.stream().noneMatch(r -> ends(r.event(), plan)))
        .filter(plan -> log.stream().noneMatch(r -> supersedes(r.event(), plan)))
        .count();
  }

  private static boolean ends(Event event, TrialPlan plan) {
    return event.eventId().equals(trained(plan, StepRef.BASE, 0).eventId())
        || event.eventId().equals(failed(plan).eventId());
  }

  private static boolean supersedes(Event event, TrialPlan plan) {
    return event instanceof TrialRetried retry
        && retry.trial().equals(plan.trial())
        && retry.attempt() > plan.attempt();
  }
}
