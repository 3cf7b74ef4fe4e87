package io.espalier.pruning.step;

import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.artifacts.mask.Mask;
import io.espalier.pruning.report.Reporting.Ranking;
import io.espalier.pruning.saliency.SaliencyScores;
import io.espalier.pruning.selection.Selection;
import java.util.Optional;

/**
 * What ranking and selection of a step came to.
 *
 * @param selection the cut, or the end of the schedule
 * @param scores absent where nothing was ranked
 * @param compensation how the weights that stay make up for those that go; absent if they do not
 */
record Cutting(
    Selection selection,
    Optional<SaliencyScores> scores,
    Optional<SaliencyScores.Compensation> compensation) {

  /** That of a control. */
  static Cutting nothing(Mask held) {
    return new Cutting(Selection.Cut.nothing(held), Optional.empty(), Optional.empty());
  }

  /** The weights that a cut leaves. */
  Checkpoint applied(Checkpoint weights, Mask mask) {
    return mask.applyTo(compensation.map(c -> c.after(mask)).orElse(weights));
  }

  Ranking ranking(Selection.Cut cut) {
    return scores
        .map(s -> new Ranking(cut.threshold(), cut.histogram(), s.approximation(), s.samples()))
        .orElse(Ranking.NONE);
  }
}
