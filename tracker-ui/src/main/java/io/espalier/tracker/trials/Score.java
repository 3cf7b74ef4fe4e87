package io.espalier.tracker.trials;

import io.espalier.events.ScoringEvent.Observed;
import io.espalier.events.ScoringEvent.Predicted;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** What the surrogate expected of a training and how right it was; test accuracies, 0..1. */
@Entity
public class Score extends PanacheEntityBase {
  /** The training's row. */
  @Id public String training;

  public String trial;
  public String surrogate;
  public double predictedAccuracy;
  public Double observedAccuracy;
  public Double residual;

  /** Trainings that the model had learnt from. */
  public long observations;

  public Double meanAbsoluteError;

  @Column(name = "r_squared")
  public Double rSquared;

  /** The score of a training that nothing was told of. */
  public static Score of(String training, String trial) {
    Score score = new Score();
    score.training = training;
    score.trial = trial;
    return score;
  }

  void predicted(Predicted e) {
    surrogate = e.surrogate();
    predictedAccuracy = e.predictedAccuracy();
    observations = e.observations();
  }

  void observed(Observed e) {
    surrogate = e.surrogate();
    predictedAccuracy = e.predictedAccuracy();
    observedAccuracy = e.observedAccuracy();
    residual = e.residual();
    observations = e.observations();
    meanAbsoluteError = e.meanAbsoluteError();
    rSquared = e.rSquared().orElse(null);
  }
}
