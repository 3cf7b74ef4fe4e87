package io.espalier.pruning.step;

import io.espalier.pruning.saliency.Saliency;
import io.espalier.pruning.saliency.SaliencyScores;
import io.espalier.pruning.saliency.ScoredNetwork;
import java.util.function.Supplier;

/** Scores nothing but throws an error or a runtime exception. */
record Failing(Supplier<Throwable> failure) implements Saliency {
  static final String NAME = "tests.failing";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public SaliencyScores scores(ScoredNetwork network) {
    Throwable thrown = failure.get();
    if (thrown instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) thrown;
  }
}
