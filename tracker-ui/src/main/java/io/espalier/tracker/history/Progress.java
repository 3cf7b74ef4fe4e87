package io.espalier.tracker.history;

import io.espalier.envelope.Position;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;

/** How far this instance has written the history; lets a writer wait for its own event. */
@ApplicationScoped
public class Progress {
  private final Map<TopicPartition, Long> next = new ConcurrentHashMap<>();

  /**
   * Waits until the history holds the record at {@code position}.
   *
   * @return whether it does; false after the time-out
   */
  public boolean reached(Position position, Duration timeout) throws InterruptedException {
    TopicPartition partition = new TopicPartition(position.topic(), position.partition());
    long deadline = System.nanoTime() + timeout.toNanos();
    synchronized (next) {
      while (next.getOrDefault(partition, 0L) <= position.offset()) {
        long left = (deadline - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
          return false;
        }
        next.wait(left);
      }
      return true;
    }
  }

  void committed(Map<TopicPartition, Long> offsets) {
    synchronized (next) {
      next.putAll(offsets);
      next.notifyAll();
    }
  }
}
