package io.espalier.plan;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Optional;

/** How the learning rate changes from epoch to epoch; without one it stays. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = LearningRateSchedule.Step.class, name = "step"),
  @JsonSubTypes.Type(value = LearningRateSchedule.Cosine.class, name = "cosine"),
  @JsonSubTypes.Type(value = LearningRateSchedule.Plateau.class, name = "plateau")
})
public sealed interface LearningRateSchedule {

  /**
   * The rate is multiplied by a factor after every so many epochs.
   *
   * @param everyEpochs 1 or more
   * @param factor above 0, at most 1
   */
  record Step(int everyEpochs, double factor) implements LearningRateSchedule {
    public Step {
      Require.atLeast("schedule.everyEpochs", everyEpochs, 1);
      Require.within("schedule.factor", factor, Double.MIN_NORMAL, 1);
    }
  }

  /**
   * Half a cosine from the learning rate in the first epoch down to a floor, which the epoch after
   * the last would have (PyTorch's CosineAnnealingLR with T_max = epochs).
   *
   * @param floor share of the learning rate that is left at the end, 0..1
   */
  record Cosine(double floor) implements LearningRateSchedule {
    public Cosine {
      Require.within("schedule.floor", floor, 0, 1);
    }
  }

  /**
   * When the validation accuracy gains too little over an epoch, the rate falls and the momentum
   * may change; the training ends once the rate is at or below its end (study 1 of the paper).
   *
   * @param leastGain of validation accuracy (a share, 0..1) per epoch
   * @param factor above 0, below 1
   * @param momentum from the first fall on; absent if it stays
   * @param end rate at or below which the training ends
   */
  record Plateau(double leastGain, double factor, Optional<Double> momentum, double end)
      implements LearningRateSchedule {
    public Plateau {
      Require.within("schedule.leastGain", leastGain, 0, 1);
      Require.within("schedule.factor", factor, Double.MIN_NORMAL, Math.nextDown(1.0));
      Require.present("schedule.momentum", momentum)
          .ifPresent(m -> Require.within("schedule.momentum", m, 0, Math.nextDown(1.0)));
      Require.finiteNonNegative("schedule.end", end);
    }
  }
}
