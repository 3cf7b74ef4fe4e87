package io.espalier.tracker.history;

import io.espalier.tracker.fold.Changes;

/** Is told what changed, after the commit; must return at once. */
public interface CommittedChanges {
  /** Takes note of changes. */
  void publish(Changes changes);
}
