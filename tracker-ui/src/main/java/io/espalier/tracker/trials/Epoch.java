package io.espalier.tracker.trials;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.espalier.events.EpochEvent.EpochFinished;
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
    return row;
  }
}
