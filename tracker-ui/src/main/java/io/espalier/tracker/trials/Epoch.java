package io.espalier.tracker.trials;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.espalier.events.EpochEvent.EpochFinished;
import io.espalier.events.StructureChange;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

/** Metrics of one epoch, as they were told. */
@Entity
@IdClass(Epoch.Key.class)
public class Epoch extends PanacheEntityBase {
  /** An epoch of a training. */
  public record Key(String training, int epoch) {}

  /** The training's row. */
  @Id @JsonIgnore public String training;

  @Id public int epoch;
  @JsonIgnore public String trial;
  @JsonIgnore public int attempt;
  public String branch;
  public int step;
  public int epochs;
  public double trainingLoss;
  public double validationLoss;
  public double validationAccuracy;
  public double learningRate;
  public double samplesPerSecond;
  @JsonIgnore public String worker;

  /** Weights that went in this epoch; this and the next three are absent if the structure stays. */
  public Long pruned;

  /** Weights that came. */
  public Long regrown;

  /** Weights there are after the epoch. */
  public Long kept;

  /** Maskable weights of the dense network. */
  public Long total;

  /** The row of an epoch. */
  public static Epoch of(EpochFinished e) {
    Epoch row = new Epoch();
    row.training = Training.id(e.trial(), e.attempt(), e.at());
    row.epoch = e.epoch();
    row.trial = e.trial();
    row.attempt = e.attempt();
    row.branch = e.at().branch();
    row.step = e.at().step();
    row.epochs = e.epochs();
    row.trainingLoss = e.trainingLoss();
    row.validationLoss = e.validationLoss();
    row.validationAccuracy = e.validationAccuracy();
    row.learningRate = e.learningRate();
    row.samplesPerSecond = e.samplesPerSecond();
    row.worker = e.worker();
    e.structure().ifPresent(row::changed);
    return row;
  }

  private void changed(StructureChange change) {
    pruned = change.pruned();
    regrown = change.regrown();
    kept = change.kept();
    total = change.total();
  }
}
