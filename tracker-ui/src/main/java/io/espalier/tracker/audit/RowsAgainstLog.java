package io.espalier.tracker.audit;

import io.espalier.audit.verification.Problem;
import io.espalier.envelope.Position;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/** Rows of the history beside the records that the log has, both up to where both were read. */
final class RowsAgainstLog {
  private final Map<Position, String> log;
  private final Map<TopicPartition, Long> ends;
  private final Map<TopicPartition, Long> reached = new HashMap<>();
  private final Set<Position> missing;
  private final List<Problem> problems = new ArrayList<>();

  /**
   * @param log the hash of every record
   * @param ends the offset behind the last record that was read, by partition
   */
  RowsAgainstLog(Map<Position, String> log, Map<TopicPartition, Long> ends) {
    this.log = log;
    this.ends = ends;
    this.missing = new HashSet<>(log.keySet());
  }

  /** The database has everything of a partition before this offset. */
  void reached(String topic, int partition, long offset) {
    reached.put(new TopicPartition(topic, partition), offset);
  }

  /**
   * Takes a row.
   *
   * @param hash that it tells
   * @param content the hash of what it holds
   */
  void row(Position position, String id, String hash, String content) {
    missing.remove(position);
    String logged = log.get(position);
    if (logged == null) {
      if (position.offset() < ends.getOrDefault(partition(position), Long.MAX_VALUE)) {
        problem(position, id + ": is in the database and not in the log");
      }
    } else if (!logged.equals(hash) || !logged.equals(content)) {
      problem(position, id + ": the database holds something else");
    }
  }

  /** What is wrong, after the last row. */
  List<Problem> problems() {
    List<Problem> all = new ArrayList<>(problems);
    missing.stream()
        .filter(at -> at.offset() < reached.getOrDefault(partition(at), 0L))
        .sorted(
            Comparator.comparing(Position::topic)
                .thenComparing(Position::partition)
                .thenComparing(Position::offset))
        .map(at -> new Problem(at.toString(), "is in the log and not in the database"))
        .forEach(all::add);
    return all;
  }

  private void problem(Position position, String what) {
    problems.add(new Problem(position.toString(), what));
  }

  private static TopicPartition partition(Position position) {
    return new TopicPartition(position.topic(), position.partition());
  }
}
