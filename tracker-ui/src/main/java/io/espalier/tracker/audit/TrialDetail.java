package io.espalier.tracker.audit;

import io.espalier.plan.Architecture;
import io.espalier.plan.BranchPlan;
import io.espalier.plan.TrainingOptions;
import io.espalier.tracker.steps.PruningStepRow;
import io.espalier.tracker.trials.Training;
import java.util.List;

/**
 * A trial's latest attempt, and the events of all attempts except those about epochs.
 *
 * @param architecture the network's label
 * @param network the network with its whole structure, graphs included
 * @param design what the campaign compares it as
 * @param archive root hash of the archive that its campaign was imported from; null if it ran here
 */
public record TrialDetail(
    String trial,
    String campaign,
    int attempt,
    Long seed,
    String architecture,
    Architecture network,
    String design,
    String dataset,
    TrainingOptions training,
    List<BranchPlan> branches,
    List<Training> trainings,
    List<PruningStepRow> pruningSteps,
    List<ChainLink> events,
    String archive) {}
