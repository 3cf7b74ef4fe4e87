package io.espalier.tracker.trials;

import io.espalier.plan.Architecture;
import io.espalier.plan.BranchPlan;
import io.espalier.plan.TrainingOptions;
import io.espalier.plan.TrialPlan;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;

/** A trial; what its plan says is absent until an event with the plan has arrived. */
@Entity
public class Trial extends PanacheEntityBase {
  @Id public String id;
  public String campaign;

  /** The latest attempt that is known of. */
  public int attempt;

  public Long seed;

  /** Label of the network. */
  public String architecture;

  /** The network with its whole structure. */
  @Convert(converter = JsonColumns.OfNetwork.class)
  public Architecture network;

  /** What the campaign compares it as; absent until the launch has arrived. */
  public String design;

  public String dataset;

  @Convert(converter = JsonColumns.OfTraining.class)
  public TrainingOptions training;

  @Convert(converter = JsonColumns.OfBranches.class)
  public List<BranchPlan> branches;

  static Trial of(String id, String campaign) {
    Trial trial = new Trial();
    trial.id = id;
    trial.campaign = campaign;
    trial.attempt = 1;
    return trial;
  }

  boolean planned() {
    return branches != null;
  }

  void plan(TrialPlan plan) {
    seed = plan.seed();
    network = plan.architecture();
    architecture = network.label();
    dataset = plan.dataset();
    training = plan.training();
    branches = plan.branches();
  }
}
