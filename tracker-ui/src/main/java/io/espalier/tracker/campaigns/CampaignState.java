package io.espalier.tracker.campaigns;

/** How far a campaign is. */
public enum CampaignState {
  /** Its trials are being proposed and trained. */
  RUNNING,
  /** No further trials are proposed; those under way go on. */
  PAUSED,
  /** Ended by decision. */
  STOPPED,
  /** Every training of every trial has ended. */
  FINISHED;

  /**
   * The state that follows from the facts.
   *
   * @param open trainings that have not ended
   */
  public static CampaignState of(boolean stopped, boolean paused, long trainings, long open) {
    if (stopped) {
      return STOPPED;
    }
    if (trainings > 0 && open == 0) {
      return FINISHED;
    }
    return paused ? PAUSED : RUNNING;
  }
}
