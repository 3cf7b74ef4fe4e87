package io.espalier.tracker.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.espalier.audit.verification.Problem;
import io.espalier.envelope.Position;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class RowsAgainstLogTest {
  private static final TopicPartition PARTITION = new TopicPartition("trained", 0);

  private final RowsAgainstLog comparison =
      new RowsAgainstLog(Map.of(at(0), "a", at(1), "b", at(2), "c"), Map.of(PARTITION, 4L));

  @Test
  void rowsThatWereToldAfterTheLogWasReadAreNoProblem() {
    comparison.reached("trained", 0, 6);
    comparison.row(at(0), "x", "a", "a");
    comparison.row(at(1), "y", "b", "b");
    comparison.row(at(2), "z", "c", "c");
    comparison.row(at(4), "later", "d", "d");

    assertThat(comparison.problems()).isEmpty();
  }

  @Test
  void rowsThatAreMissingWereRemovedUnlessTheDatabaseIsNotThereYet() {
    comparison.reached("trained", 0, 2);
    comparison.row(at(0), "x", "a", "a");

    assertThat(comparison.problems())
        .containsExactly(new Problem("trained[0]@1", "is in the log and not in the database"));
  }

  @Test
  void rowsThatWereAlteredOrAddedAreFound() {
    comparison.row(at(0), "x", "a", "other");
    comparison.row(at(3), "w", "d", "d");

    assertThat(comparison.problems())
        .containsExactly(
            new Problem("trained[0]@0", "x: the database holds something else"),
            new Problem("trained[0]@3", "w: is in the database and not in the log"));
  }

  private static Position at(long offset) {
    return new Position("trained", 0, offset);
  }
}
