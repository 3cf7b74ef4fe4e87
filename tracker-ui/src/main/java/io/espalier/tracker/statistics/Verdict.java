package io.espalier.tracker.statistics;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a comparison comes to. */
public enum Verdict {
  /** The mean difference is above zero beyond chance. */
  A_BETTER("a-better"),
  /** The mean difference is below zero beyond chance. */
  B_BETTER("b-better"),
  /** Chance explains the difference: there may be one all the same. */
  NO_DIFFERENCE_SHOWN("no-difference-shown"),
  /** There are too few pairs to say anything. */
  TOO_FEW_SEEDS("too-few-seeds");

  private final String wireName;

  Verdict(String wireName) {
    this.wireName = wireName;
  }

  /** The name in REST, CSV and UI. */
  @JsonValue
  public String wireName() {
    return wireName;
  }

  static Verdict of(double meanDifference, double adjustedP) {
    if (adjustedP >= Rules.ALPHA) {
      return NO_DIFFERENCE_SHOWN;
    }
    return meanDifference > 0 ? A_BETTER : B_BETTER;
  }
}
