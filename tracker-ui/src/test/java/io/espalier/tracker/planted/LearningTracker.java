package io.espalier.tracker.planted;

import smile.planted.Regression;

/** Violates: the tracker learns nothing. */
public final class LearningTracker {
  final Regression model = new Regression();
}
