package io.espalier.launcher.client.progress;

import io.espalier.launcher.client.view.Training;
import java.util.List;

/** Where progress is shown. */
public interface ProgressView {
  /**
   * Shows the present state.
   *
   * @param ended trainings that have ended since the last call
   */
  void show(Progress progress, List<Training> ended);

  /** Shows the last state and leaves the place free for what comes next. */
  void close();
}
