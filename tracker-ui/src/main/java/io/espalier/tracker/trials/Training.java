package io.espalier.tracker.trials;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.espalier.events.PruningEvent.EndReason;
import io.espalier.events.TrialEvent;
import io.espalier.plan.BranchPlan;
import io.espalier.plan.StepRef;
import io.espalier.plan.StructureLearning;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;

/**
 * One training of one attempt of a trial. What is shown follows from the facts below it, each of
 * which has one event as its only source; so the order in which topics arrive does not matter.
 * Accuracies and sparsities are shares (0..1), test accuracies unless called otherwise.
 */
@Entity
public class Training extends PanacheEntityBase {
  /** {@code <trial>/<attempt>/<branch>/<step>}. */
  @Id @JsonIgnore public String id;

  @JsonIgnore public String campaign;
  public String trial;
  public int attempt;
  public Long seed;
  public String architecture;

  /** What the campaign compares it as; absent until the launch has arrived. */
  public String design;

  public String branch;
  public int step;

  /** {@code dense} at step 0, else the branch's method. */
  public String method;

  /** Of rates per layer and iterative schedules absent until the step. */
  public Double targetSparsity;

  public Double sparsity;

  @Enumerated(EnumType.STRING)
  public TrainingState state = TrainingState.WAITING;

  public String worker;

  /** When the present state began; absent while waiting. */
  public Instant since;

  public Integer epoch;

  /** Planned epochs; fewer are trained if it stops early. */
  public Integer epochs;

  /** Epochs of the finished training. */
  public Integer trainedEpochs;

  public Double validationAccuracy;
  public Double testAccuracy;

  /** Mean over the batches of the last epoch. */
  public Double trainingLoss;

  public Double validationLoss;
  public Double testLoss;
  public Double accuracyBefore;
  public Double accuracyAfterPruning;
  public Double predictedAccuracy;

  /** Wall time of the training. */
  public Double seconds;

  public String failure;

  /** Why nothing more is pruned after this training; absent while more may come. */
  @Enumerated(EnumType.STRING)
  public EndReason endReason;

  /** The smaller dense network that is left, where whole units were cut. */
  public String shrunkLabel;

  public String shrunkSha256;

  /** Whether this is the trial's latest attempt. */
  @JsonIgnore public boolean current;

  @JsonIgnore public String skipped;
  @JsonIgnore public Instant queuedAt;
  @JsonIgnore public Instant busyAt;
  @JsonIgnore public String busyWorker;
  @JsonIgnore public Instant epochAt;
  @JsonIgnore public String epochWorker;
  @JsonIgnore public Double epochAccuracy;

  /** What the topic {@code trained} said first; absent until then. */
  @Enumerated(EnumType.STRING)
  @JsonIgnore
  public TrainingState outcome;

  @JsonIgnore public String outcomeFailure;
  @JsonIgnore public String outcomeWorker;
  @JsonIgnore public Double finalAccuracy;
  @JsonIgnore public Instant endedAt;

  /** Name of the weights in the artifact store; absent until it is trained. */
  @JsonProperty("checkpointSha256")
  public String checkpoint;

  @JsonIgnore public Instant scheduleEndedAt;
  @JsonIgnore public String pruningFailure;
  @JsonIgnore public Instant pruningFailedAt;

  /** The key of a training's row. */
  public static String id(String trial, int attempt, StepRef at) {
    String withKind = TrialEvent.id(trial, attempt, at, "");
    return withKind.substring(0, withKind.length() - 1);
  }

  static Training of(String campaign, String trial, int attempt, StepRef at) {
    Training training = new Training();
    training.id = id(trial, attempt, at);
    training.campaign = campaign;
    training.trial = trial;
    training.attempt = attempt;
    training.branch = at.branch();
    training.step = at.step();
    return training;
  }

  /** Takes over what the trial's plan says about this training. */
  void plan(Trial plan) {
    seed = plan.seed;
    architecture = plan.architecture;
    design = plan.design;
    if (step == 0) {
      Optional<StructureLearning> learning = plan.training.structureLearning();
      method = learning.map(StructureLearning::wireName).orElse(BranchPlan.DENSE);
      targetSparsity = learning.map(StructureLearning::target).orElse(0.0);
      sparsity = sparsity == null ? Double.valueOf(0) : sparsity;
      epochs = plan.training.epochs();
      return;
    }
    for (BranchPlan b : plan.branches) {
      if (b.name().equals(branch) && step <= b.steps()) {
        method = b.method().wireName();
        if (!b.sparsities().isEmpty()) {
          targetSparsity = b.sparsities().get(step - 1);
        }
        epochs = b.retrainEpochs();
      }
    }
  }
}
