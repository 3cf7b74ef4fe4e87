package io.espalier.tracker.trials;

/** How far a training is. */
public enum TrainingState {
  /** Its cause has not happened. */
  WAITING,
  /** Work for any worker. */
  QUEUED,
  /** A worker trains it. */
  TRAINING,
  /** It has a checkpoint. */
  TRAINED,
  /** It ended without a usable network. */
  FAILED,
  /** It was given up, or what it starts from will never be. */
  CANCELLED,
  /** Its branch's schedule ended before it; neither failed nor cancelled, and in no total. */
  NOT_NEEDED;

  /** Whether nothing more will happen to it. */
  public boolean ended() {
    return this == TRAINED || this == FAILED || this == CANCELLED || this == NOT_NEEDED;
  }
}
