package io.espalier.tracker.audit;

import io.espalier.audit.verification.Problem;
import io.espalier.envelope.Position;
import io.espalier.tracker.history.ConsumedOffset;
import io.espalier.tracker.history.HistoryEvent;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.hibernate.Session;

/** Does the database hold what the log holds? Rows are read one by one, none is kept. */
@ApplicationScoped
class HistoryComparison {
  private static final int ROWS_AT_ONCE = 2000;

  private final Session entities;

  HistoryComparison(Session entities) {
    this.entities = entities;
  }

  /**
   * Where the rows of a campaign depart from the log. What the database does not have yet is no
   * problem, for it follows the log; nor is what was told after the log was read.
   *
   * @param log the hash of every record of the campaign
   * @param ends the offset behind the last record that was read, by partition
   */
  List<Problem> problems(
      String campaign, Map<Position, String> log, Map<TopicPartition, Long> ends) {
    return QuarkusTransaction.requiringNew().call(() -> compare(campaign, log, ends));
  }

  /** How far the database is comes first: rows that are committed later do no harm. */
  private List<Problem> compare(
      String campaign, Map<Position, String> log, Map<TopicPartition, Long> ends) {
    RowsAgainstLog comparison = new RowsAgainstLog(log, ends);
    for (ConsumedOffset consumed : ConsumedOffset.<ConsumedOffset>listAll()) {
      comparison.reached(consumed.topic, consumed.logPartition, consumed.nextOffset);
    }
    try (Stream<HistoryEvent> rows =
        entities
            .createQuery("from HistoryEvent where campaign = ?1", HistoryEvent.class)
            .setParameter(1, campaign)
            .setFetchSize(ROWS_AT_ONCE)
            .setReadOnly(true)
            .getResultStream()) {
      rows.forEach(
          row -> {
            comparison.row(
                new Position(row.topic, row.logPartition, row.logOffset),
                row.id,
                row.hash,
                row.contentHash());
            entities.detach(row);
          });
    }
    return comparison.problems();
  }
}
