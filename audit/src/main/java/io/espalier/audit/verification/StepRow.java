package io.espalier.audit.verification;

import io.espalier.plan.Require;
import java.util.Optional;

/**
 * One training of a campaign with the pruning step before it, and whether everything about it
 * holds.
 *
 * @param at branch and step, such as {@code dense/0}
 * @param state how far it got: {@code proposed}, {@code pruned}, {@code trained}, {@code failed},
 *     {@code cancelled}
 * @param kept weights that its mask keeps; absent for a dense network
 * @param total maskable weights; absent for a dense network
 * @param replayed what was computed again and came out the same; absent if nothing was
 * @param problem the first thing that is wrong; absent if nothing is
 */
public record StepRow(
    String trial,
    int attempt,
    String at,
    String state,
    Optional<Long> kept,
    Optional<Long> total,
    Optional<String> replayed,
    Optional<String> problem) {
  public StepRow {
    Require.text("trial", trial);
    Require.atLeast("attempt", attempt, 1);
    Require.text("at", at);
    Require.text("state", state);
    Require.present("kept", kept);
    Require.present("total", total);
    Require.present("replayed", replayed);
    Require.present("problem", problem);
  }

  /** Whether nothing is wrong with it. */
  public boolean ok() {
    return problem.isEmpty();
  }

  /** The same step after something of it was computed again. */
  public StepRow replayed(Optional<String> same, Optional<String> different) {
    Optional<String> both =
        replayed.isPresent() && same.isPresent()
            ? Optional.of(replayed.get() + ", " + same.get())
            : replayed.or(() -> same);
    return new StepRow(trial, attempt, at, state, kept, total, both, problem.or(() -> different));
  }
}
