package io.espalier.pruning.step.planted;

import org.apache.kafka.common.TopicPartition;

/** A planted violation: boundaries must reject it. */
public final class StepThatKnowsKafka {
  private StepThatKnowsKafka() {}

  public static TopicPartition planted() {
    return new TopicPartition("pruned", 0);
  }
}
