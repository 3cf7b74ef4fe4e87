package io.espalier.audit.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.CorruptRecordException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Test;

class CorruptionTest {
  @Test
  void aWrongChecksumIsDamageWhetherBrokerOrConsumerFindsIt() {
    assertThat(Corruption.causes(new CorruptRecordException("crc"))).isTrue();
    assertThat(
            Corruption.causes(
                new KafkaException(
                    "Received exception when fetching the next record from trained-0.",
                    new KafkaException("Record batch is invalid"))))
        .isTrue();
    assertThat(
            Corruption.causes(
                new KafkaException("Encountered corrupt message when fetching offset 3")))
        .isTrue();
  }

  @Test
  void whatAPersonMayNotReadIsNotDamaged() {
    assertThat(Corruption.causes(new TopicAuthorizationException("trained"))).isFalse();
    assertThat(Corruption.causes(new KafkaException("Failed to construct"))).isFalse();
  }
}
