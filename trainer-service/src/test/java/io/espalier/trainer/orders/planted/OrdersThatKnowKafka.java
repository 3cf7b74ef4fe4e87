package io.espalier.trainer.orders.planted;

/** Breaks a boundary on purpose, so that the rule is seen to bite. */
public interface OrdersThatKnowKafka {
  org.apache.kafka.clients.consumer.ConsumerRecord<String, String> forbidden();
}
