package io.espalier.predictor.proposing;

import io.espalier.envelope.Decoded;
import io.espalier.events.CampaignEvent;
import io.espalier.events.ProposalEvent;
import io.espalier.events.TrainingEvent;
import io.espalier.plan.Require;
import io.espalier.plan.StepRef;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All campaigns as far as proposing goes: a fold over {@code campaigns}, {@code
 * architecture-proposed} and {@code trained}.
 *
 * <p>The state depends on which events were folded, not on their order nor on how often each one
 * came; so it may be rebuilt from the topics in any order, and repeated deliveries do nothing. Not
 * safe for use by several threads at once.
 */
public final class Campaigns {
  private final int window;
  private final Map<String, CampaignProgress> progress = new HashMap<>();

  /**
   * @param window trials of one campaign whose dense training may be open at once, 1 or more
   */
  public Campaigns(int window) {
    Require.atLeast("espalier.predictor.window", window, 1);
    this.window = window;
  }

  /** Takes an event in; those that say nothing about proposing are ignored. */
  public void evolve(Decoded.Received received) {
    CampaignProgress campaign = of(received.event().campaign());
    if (received.event() instanceof CampaignEvent decided) {
      campaign.evolve(decided, Origin.of(received));
    } else if (received.event() instanceof ProposalEvent proposed) {
      campaign.evolve(proposed);
    } else if (received.event() instanceof TrainingEvent training
        && training.at().equals(StepRef.BASE)) {
      campaign.baseEnded(training.plan().trial(), training.plan().attempt());
    }
  }

  /** Takes in what was just told by {@link #next}. */
  public void evolve(ProposalEvent told) {
    of(told.campaign()).evolve(told);
  }

  /**
   * What to tell next about a campaign: the first trial in the order of the plan that waits, as
   * long as the window has room and the campaign is neither paused nor stopped; after the last one,
   * once, that proposing is finished. Empty if there is nothing to tell now.
   */
  public Optional<NextProposal> next(String campaign) {
    return Optional.ofNullable(progress.get(campaign)).flatMap(c -> c.next(window));
  }

  /** Ids of all campaigns seen. */
  public List<String> ids() {
    return progress.keySet().stream().sorted().toList();
  }

  private CampaignProgress of(String campaign) {
    return progress.computeIfAbsent(campaign, CampaignProgress::new);
  }
}
