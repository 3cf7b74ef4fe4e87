package io.espalier.tracker.statistics;

/**
 * A step of a branch.
 *
 * @param step {@link #END} for the one with which the branch's schedule ended
 */
record Point(String branch, int step) {
  static final int END = Integer.MAX_VALUE;

  static Point end(String branch) {
    return new Point(branch, END);
  }
}
