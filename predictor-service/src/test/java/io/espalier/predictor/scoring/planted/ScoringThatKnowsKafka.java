package io.espalier.predictor.scoring.planted;

import org.apache.kafka.common.TopicPartition;

/** A planted violation: boundaries must reject it. */
public final class ScoringThatKnowsKafka {
  private ScoringThatKnowsKafka() {}

  public static TopicPartition partition() {
    return new TopicPartition("scored", 0);
  }
}
