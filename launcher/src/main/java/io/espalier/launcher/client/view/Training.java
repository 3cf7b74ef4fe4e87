package io.espalier.launcher.client.view;

/**
 * One training of a trial. Accuracies and sparsities are shares, 0..1; null is what is not known
 * yet.
 *
 * @param since when the present state began, ISO-8601
 * @param seconds wall time of an ended training
 * @param failure why it failed
 */
public record Training(
    String trial,
    int attempt,
    Long seed,
    String architecture,
    String branch,
    int step,
    String method,
    Double targetSparsity,
    State state,
    String worker,
    String since,
    Integer epoch,
    Integer epochs,
    Double validationAccuracy,
    Double testAccuracy,
    Double accuracyAfterPruning,
    Double seconds,
    String failure) {

  /** How far a training is. */
  public enum State {
    WAITING,
    QUEUED,
    TRAINING,
    TRAINED,
    FAILED,
    CANCELLED,
    NOT_NEEDED;

    /** Whether nothing more will happen to it. */
    public boolean ended() {
      return this == TRAINED || this == FAILED || this == CANCELLED || this == NOT_NEEDED;
    }
  }

  /** Tells trainings of a campaign apart. */
  public String key() {
    return trial + "/" + attempt + "/" + branch + "/" + step;
  }

  /** Epochs of the plan that need no more time. */
  public int epochsDone() {
    if (state.ended()) {
      return epochsPlanned();
    }
    return state == State.TRAINING && epoch != null ? epoch : 0;
  }

  /** Epochs of the plan; 0 while the plan is not known. */
  public int epochsPlanned() {
    return epochs == null ? 0 : epochs;
  }
}
