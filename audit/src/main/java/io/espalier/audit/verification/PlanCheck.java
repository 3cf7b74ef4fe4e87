package io.espalier.audit.verification;

import io.espalier.events.ProposalEvent.CandidateProposed;
import io.espalier.events.ProposalEvent.ProposingFinished;
import io.espalier.events.TrialEvent;
import io.espalier.plan.StepRef;
import io.espalier.plan.TrialPlan;
import io.espalier.structure.prior.DrawnNetworks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Is the plan inside each event the one that the launch of the campaign comes to? The trials are
 * expanded anew from the launch, random graphs drawn anew from their seeds.
 */
final class PlanCheck implements Check {
  @Override
  public void examine(Chronicle chronicle, Findings findings) {
    if (chronicle.launched().isEmpty()) {
      return;
    }
    String campaign = chronicle.launched().get().campaign();
    Map<String, TrialPlan> planned = new HashMap<>();
    DrawnNetworks.plans(chronicle.launched().get().spec(), campaign)
        .forEach(plan -> planned.put(plan.trial(), plan));
    Map<TrialPlan, List<String>> verdicts = new HashMap<>();
    Set<String> proposed = new HashSet<>();
    for (Recorded recorded : chronicle.events()) {
      if (recorded.event() instanceof TrialEvent told) {
        List<String> different =
            verdicts.computeIfAbsent(
                told.plan(), plan -> differences(planned.get(plan.trial()), plan));
        if (!different.isEmpty()) {
          findings.problem(recorded, "its plan is not the launched one: " + different);
        }
        if (unplanned(told)) {
          findings.problem(recorded, "its plan has no training " + told.at());
        }
      }
      if (recorded.event() instanceof CandidateProposed candidate
          && candidate.plan().attempt() == 1) {
        proposed.add(candidate.plan().trial());
      }
    }
    for (Recorded recorded : chronicle.events()) {
      if (recorded.event() instanceof ProposingFinished finished
          && finished.proposed() != proposed.size()) {
        findings.problem(
            recorded,
            "tells of " + finished.proposed() + " proposals, the log has " + proposed.size());
      }
    }
  }

  private static boolean unplanned(TrialEvent told) {
    StepRef at = told.at();
    return !at.equals(StepRef.BASE)
        && told.plan().branch(at.branch()).filter(b -> at.step() <= b.steps()).isEmpty();
  }

  private static List<String> differences(TrialPlan planned, TrialPlan told) {
    if (planned == null) {
      return List.of("the campaign has no trial " + told.trial());
    }
    List<String> different = new ArrayList<>();
    compare("architecture", planned.architecture(), told.architecture(), different);
    compare("dataset", planned.dataset(), told.dataset(), different);
    compare("seed", planned.seed(), told.seed(), different);
    compare("training", planned.training(), told.training(), different);
    compare("branches", planned.branches(), told.branches(), different);
    return List.copyOf(different);
  }

  private static void compare(String field, Object planned, Object told, List<String> different) {
    if (!planned.equals(told)) {
      different.add(field);
    }
  }
}
