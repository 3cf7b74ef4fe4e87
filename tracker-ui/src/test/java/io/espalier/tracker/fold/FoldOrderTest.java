package io.espalier.tracker.fold;

import static org.assertj.core.api.Assertions.assertThat;

import io.espalier.events.CampaignEvent.CampaignPaused;
import io.espalier.events.CampaignEvent.CampaignResumed;
import io.espalier.events.CampaignEvent.CampaignStopped;
import io.espalier.events.CampaignEvent.TrialRetried;
import io.espalier.events.Event;
import io.espalier.events.ProposalEvent.ProposingFinished;
import io.espalier.events.PruningEvent.EndReason;
import io.espalier.events.Topic;
import io.espalier.plan.StepRef;
import io.espalier.plan.TrialPlan;
import io.espalier.tracker.fold.Story.Told;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Topics may arrive in any order; only topic and key keep theirs. */
class FoldOrderTest {
  private static final int SHUFFLES = 300;
  private static final StepRef FIRST = new StepRef(Story.BLINDED, 1);
  private static final StepRef SECOND = new StepRef(Story.BLINDED, 2);
  private static final StepRef CONTROL = new StepRef(Story.CONTROL, 1);

  @Test
  void anyOrderBetweenTopicsGivesTheSameRows() {
    List<Told> story = Story.told(eventful());
    List<String> expected = foldInBatches(story, new Random(0), Integer.MAX_VALUE);

    for (int seed = 1; seed <= SHUFFLES; seed++) {
      Random random = new Random(seed);
      List<Told> shuffled = shuffled(story, random);
      assertThat(foldInBatches(shuffled, random, 7)).as("seed %d", seed).isEqualTo(expected);
    }
  }

  @Test
  void theShuffleDoesReorderTopics() {
    List<Told> story = Story.told(eventful());
    Set<String> first = new HashSet<>();
    for (int seed = 1; seed <= SHUFFLES; seed++) {
      first.add(Topic.of(shuffled(story, new Random(seed)).get(0).event()).topicName());
    }
    assertThat(first).contains("campaigns", "epochs", "trained", "pruned", "workers", "scored");
  }

  /** Repeats are left out as the history does it: by topic and event id. */
  private static List<String> foldInBatches(List<Told> events, Random random, int longest) {
    InMemoryReadModels models = new InMemoryReadModels();
    Set<String> seen = new HashSet<>();
    Deque<Told> left = new ArrayDeque<>(events);
    while (!left.isEmpty()) {
      int size = longest == Integer.MAX_VALUE ? left.size() : 1 + random.nextInt(longest);
      Fold fold = new Fold(models);
      for (int i = 0; i < size && !left.isEmpty(); i++) {
        Told told = left.poll();
        if (seen.add(Topic.of(told.event()) + told.event().eventId())) {
          fold.apply(told.event(), told.time());
        }
      }
      fold.finish();
    }
    return models.rows();
  }

  private static List<Told> shuffled(List<Told> story, Random random) {
    Map<String, Deque<Told>> queues = new LinkedHashMap<>();
    for (Told told : story) {
      String queue = Topic.of(told.event()) + "/" + told.event().key();
      Deque<Told> events = queues.computeIfAbsent(queue, q -> new ArrayDeque<>());
      events.add(told);
      if (random.nextInt(5) == 0) {
        events.add(new Told(told.event(), told.time().plusSeconds(100)));
      }
    }
    List<Deque<Told>> open = new ArrayList<>(queues.values());
    List<Told> shuffled = new ArrayList<>();
    while (!open.isEmpty()) {
      Deque<Told> queue = open.get(random.nextInt(open.size()));
      shuffled.add(queue.poll());
      if (queue.isEmpty()) {
        open.remove(queue);
      }
    }
    return shuffled;
  }

  /** A crash, a failure, a retry, a failed pruning, a stop: everything that sets states. */
  private static List<Event> eventful() {
    TrialPlan one = Story.plan(1);
    TrialPlan two = Story.plan(2);
    TrialPlan again = two.retriedAs(2);
    List<Event> events = new ArrayList<>();
    events.add(Story.launched());
    events.add(Story.joined("w1"));
    events.add(Story.joined("w2"));
    events.add(Story.predicted(one, StepRef.BASE));
    events.add(Story.proposed(one));
    events.add(Story.predicted(two, StepRef.BASE));
    events.add(Story.proposed(two));
    events.add(new ProposingFinished(Story.CAMPAIGN, 2, 0));
    events.add(new CampaignPaused(Story.CAMPAIGN, 1));
    events.add(Story.busy("w1", 2, one, StepRef.BASE));
    events.add(Story.epoch(one, StepRef.BASE, 1, 3));
    events.add(Story.busy("w2", 2, one, StepRef.BASE));
    events.add(Story.epoch(one, StepRef.BASE, 2, 3));
    events.add(Story.epoch(one, StepRef.BASE, 3, 3));
    events.add(Story.trained(one, StepRef.BASE));
    events.add(Story.failed(one, StepRef.BASE));
    events.add(Story.idle("w2", 3));
    events.add(Story.observed(one, StepRef.BASE));
    events.add(new CampaignResumed(Story.CAMPAIGN, 2));
    events.add(Story.pruned(one, FIRST));
    events.add(Story.pruned(one, CONTROL));
    events.add(Story.busy("w2", 4, one, FIRST));
    events.add(Story.trained(one, FIRST));
    events.add(Story.pruningFailed(one, SECOND));
    events.add(Story.busy("w1", 3, two, StepRef.BASE));
    events.add(Story.failed(two, StepRef.BASE));
    events.add(Story.idle("w1", 4));
    events.add(new TrialRetried(Story.CAMPAIGN, two.trial(), 2));
    events.add(Story.proposed(again));
    events.add(Story.busy("w1", 5, again, StepRef.BASE));
    events.add(Story.epoch(again, StepRef.BASE, 1, 3));
    events.add(new CampaignStopped(Story.CAMPAIGN, 3));
    events.add(Story.cancelled(again, StepRef.BASE));
    events.add(Story.left("w1", 6));
    events.addAll(early());
    return events;
  }

  /** Two schedules that end early, one of them by a failure. */
  private static List<Event> early() {
    TrialPlan plan = Schedules.plan();
    TrialPlan again = plan.retriedAs(2);
    return List.of(
        Schedules.launched(),
        Story.trained(plan, StepRef.BASE),
        Schedules.pruned(Schedules.round(1)),
        Story.trained(plan, Schedules.round(1)),
        Schedules.finished(Schedules.round(1), EndReason.LAYER_WOULD_BE_EMPTY),
        Schedules.pruned(Schedules.scratch()),
        Story.trained(plan, Schedules.scratch()),
        new TrialRetried(Schedules.CAMPAIGN, plan.trial(), 2),
        Story.trained(again, StepRef.BASE),
        Story.pruningFailed(again, Schedules.round(1)));
  }
}
