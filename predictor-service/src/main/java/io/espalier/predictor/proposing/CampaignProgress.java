package io.espalier.predictor.proposing;

import io.espalier.events.CampaignEvent;
import io.espalier.events.CampaignEvent.CampaignLaunched;
import io.espalier.events.CampaignEvent.CampaignPaused;
import io.espalier.events.CampaignEvent.CampaignResumed;
import io.espalier.events.CampaignEvent.CampaignStopped;
import io.espalier.events.CampaignEvent.TrialRetried;
import io.espalier.events.ProposalEvent;
import io.espalier.events.ProposalEvent.CandidateProposed;
import io.espalier.events.ProposalEvent.CandidateSkipped;
import io.espalier.events.ProposalEvent.ProposingFinished;
import io.espalier.plan.TrialPlan;
import io.espalier.structure.prior.DrawnNetworks;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One campaign as far as proposing goes.
 *
 * <p>Every fact is kept as the highest of its kind (attempt, revision), which makes the fold
 * independent of order and repetition. An attempt that ended was proposed; once a newer attempt is
 * asked for, the older one holds no place in the window.
 */
final class CampaignProgress {
  private final String campaign;
  private List<TrialPlan> plans = List.of();
  private Optional<Origin> launch = Optional.empty();
  private int lastDecision;
  private boolean paused;
  private boolean stopped;
  private boolean finished;
  private final Map<String, Retry> retries = new HashMap<>();
  private final Map<String, Integer> proposed = new HashMap<>();
  private final Map<String, Integer> ended = new HashMap<>();
  private final Set<String> skipped = new HashSet<>();

  private record Retry(int attempt, Origin origin) {}

  CampaignProgress(String campaign) {
    this.campaign = campaign;
  }

  void evolve(CampaignEvent event, Origin origin) {
    if (event instanceof CampaignLaunched launched && launch.isEmpty()) {
      plans = DrawnNetworks.plans(launched.spec(), campaign);
      launch = Optional.of(origin);
    } else if (event instanceof CampaignPaused pause) {
      decided(pause.revision(), true);
    } else if (event instanceof CampaignResumed resume) {
      decided(resume.revision(), false);
    } else if (event instanceof CampaignStopped) {
      stopped = true;
    } else if (event instanceof TrialRetried retry) {
      retries.merge(
          retry.trial(),
          new Retry(retry.attempt(), origin),
          (old, late) -> late.attempt() > old.attempt() ? late : old);
    }
  }

  private void decided(int revision, boolean pause) {
    if (revision > lastDecision) {
      lastDecision = revision;
      paused = pause;
    }
  }

  void evolve(ProposalEvent event) {
    if (event instanceof CandidateProposed candidate) {
      proposed.merge(candidate.plan().trial(), candidate.plan().attempt(), Math::max);
    } else if (event instanceof CandidateSkipped candidate) {
      skipped.add(candidate.plan().trial());
      baseEnded(candidate.plan().trial(), candidate.plan().attempt());
    } else if (event instanceof ProposingFinished) {
      finished = true;
    }
  }

  void baseEnded(String trial, int attempt) {
    proposed.merge(trial, attempt, Math::max);
    ended.merge(trial, attempt, Math::max);
  }

  Optional<NextProposal> next(int window) {
    if (launch.isEmpty() || paused || stopped) {
      return Optional.empty();
    }
    Optional<TrialPlan> waiting = plans.stream().filter(this::waits).findFirst();
    if (waiting.isPresent()) {
      return open() < window ? waiting.map(this::proposal) : Optional.empty();
    }
    return finished ? Optional.empty() : Optional.of(finish());
  }

  private boolean waits(TrialPlan plan) {
    return wanted(plan.trial()) > proposed.getOrDefault(plan.trial(), 0);
  }

  private int wanted(String trial) {
    return retries.containsKey(trial) ? retries.get(trial).attempt() : 1;
  }

  private long open() {
    return proposed.entrySet().stream()
        .filter(e -> e.getValue() > ended.getOrDefault(e.getKey(), 0))
        .filter(e -> e.getValue() >= wanted(e.getKey()))
        .count();
  }

  private NextProposal proposal(TrialPlan plan) {
    Optional<Retry> retry = Optional.ofNullable(retries.get(plan.trial()));
    TrialPlan attempt = plan.retriedAs(wanted(plan.trial()));
    return new NextProposal(
        new CandidateProposed(attempt), retry.map(Retry::origin).or(() -> launch).orElseThrow());
  }

  private NextProposal finish() {
    int skips = skipped.size();
    return new NextProposal(
        new ProposingFinished(campaign, plans.size() - skips, skips), launch.orElseThrow());
  }
}
