package io.espalier.tracker.fold;

import static org.assertj.core.api.Assertions.assertThat;

import io.espalier.campaign.CampaignSpec;
import io.espalier.events.CampaignEvent.CampaignLaunched;
import io.espalier.events.Event;
import io.espalier.plan.Architecture;
import io.espalier.plan.CellType;
import io.espalier.plan.StepRef;
import io.espalier.plan.TrialPlan;
import io.espalier.structure.prior.DrawnNetworks;
import io.espalier.tracker.trials.Epoch;
import io.espalier.tracker.trials.Trial;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Networks on random graphs, and structures that change while they train. */
class FamiliesInFoldTest {
  private static final CampaignSpec SPEC =
      Families.campaign(
          List.of(Families.stack(8)),
          List.of(Families.recurrent(CellType.GRU, Families.ATTACHMENT, 2, 1)));
  private static final List<TrialPlan> PLANS = DrawnNetworks.plans(SPEC, Story.CAMPAIGN);
  private static final Event LAUNCHED = new CampaignLaunched(Story.CAMPAIGN, SPEC);

  @Test
  void everyTrialHasItsOwnGraphAndTheDesignThatItIsARepetitionOf() {
    InMemoryReadModels models = after(LAUNCHED);

    List<Trial> trials =
        PLANS.stream().map(p -> models.trial(p.trial(), Story.CAMPAIGN).trial()).toList();
    assertThat(trials)
        .extracting(t -> t.design)
        .containsExactly(
            "gru 8-8",
            "gru on barabasi-albert",
            "gru on barabasi-albert",
            "gru 8-8",
            "gru on barabasi-albert",
            "gru on barabasi-albert");
    assertThat(trials.get(1).network).isInstanceOf(Architecture.GraphRecurrent.class);
    assertThat(trials.get(1).network).isNotEqualTo(trials.get(2).network);
    assertThat(trials.get(4).network).isEqualTo(trials.get(1).network);
    assertThat(models.training(trials.get(1).id + "/1/dense/0").design)
        .isEqualTo("gru on barabasi-albert");
  }

  @Test
  void aTrialThatIsHeardOfBeforeItsLaunchGetsItsDesignLater() {
    Event proposed = Story.proposed(PLANS.get(1));

    assertThat(after(proposed, LAUNCHED).rows()).hasSize(13);
    assertThat(after(proposed, LAUNCHED).training(PLANS.get(1).trial() + "/1/dense/0").design)
        .isEqualTo("gru on barabasi-albert");
  }

  @Test
  void anEpochKeepsWhatItDidToTheStructure() {
    TrialPlan plan = PLANS.get(0);
    InMemoryReadModels models = after(LAUNCHED, Story.epoch(plan, StepRef.BASE, 2, 3));

    Epoch epoch = (Epoch) models.told.get(0);
    assertThat(List.of(epoch.pruned, epoch.regrown, epoch.kept, epoch.total))
        .containsExactly(1L, 0L, 998L, 1000L);
    Epoch fixed = Epoch.of(Story.epoch(Story.plan(1), new StepRef(Story.BLINDED, 1), 1, 2));
    assertThat(fixed.kept).isNull();
  }

  private static InMemoryReadModels after(Event... events) {
    return InMemoryReadModels.after(events);
  }
}
