package io.espalier.tracker.audit;

import io.espalier.audit.verification.Problem;
import io.espalier.envelope.Position;
import io.espalier.tracker.history.HistoryEvent;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Does the database hold what the log holds? Rows are read one by one, none is kept. */
@ApplicationScoped
class HistoryComparison {

  /**
   * Where the rows of a campaign depart from the log. What the database does not have yet is no
   * problem: it follows the log.
   *
   * @param log the hash of every record of the campaign
   */
  List<Problem> problems(String campaign, Map<Position, String> log) {
    return QuarkusTransaction.requiringNew().call(() -> compare(campaign, log));
  }

  private static List<Problem> compare(String campaign, Map<Position, String> log) {
    List<Problem> problems = new ArrayList<>();
    try (Stream<HistoryEvent> rows = HistoryEvent.stream("campaign = ?1", campaign)) {
      rows.forEach(
          row -> {
            Position position = new Position(row.topic, row.logPartition, row.logOffset);
            String logged = log.get(position);
            if (logged == null) {
              problems.add(
                  new Problem(
                      position.toString(), row.id + ": is in the database and not in the log"));
            } else if (!logged.equals(row.hash) || !logged.equals(row.contentHash())) {
              problems.add(
                  new Problem(position.toString(), row.id + ": the database holds something else"));
            }
            HistoryEvent.getEntityManager().detach(row);
          });
    }
    return problems;
  }
}
