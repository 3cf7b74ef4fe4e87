package io.espalier.audit.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.espalier.envelope.Decoded;
import io.espalier.events.Topic;
import io.espalier.log.DeadLetters;
import io.espalier.log.KafkaEvents;
import io.espalier.log.Topics;
import io.espalier.plan.Require;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

/** Every record of one campaign, as a broker has it. Streams: no record is kept. */
public final class CampaignHistory {
  private final String campaign;

  /**
   * @param campaign its id; a campaign that is not in the log has no records
   */
  public CampaignHistory(String campaign) {
    this.campaign = Require.text("campaign", campaign);
  }

  /**
   * Reads all topics, dead letters included, to the end they have at the call.
   *
   * @param client client settings; {@code bootstrap.servers} is needed
   * @param each takes every record of the campaign: topics in the order of {@link Topic},
   *     partitions by number, records by offset; malformed ones whose key or correlation id names
   *     the campaign included
   * @param flaws takes what is wrong with the log itself, wherever it is, since nobody can tell
   *     whose record is missing; and dead letters of the campaign
   * @return the offset behind the last record, by partition of the log
   */
  public Map<TopicPartition, Long> read(
      Map<String, Object> client, Consumer<Decoded> each, Consumer<LogFlaw> flaws) {
    return readRecords(client, record -> each.accept(KafkaEvents.read(record)), flaws);
  }

  /** As {@link #read}, but hands records over as the broker has them. */
  public Map<TopicPartition, Long> readRecords(
      Map<String, Object> client,
      Consumer<ConsumerRecord<byte[], byte[]>> each,
      Consumer<LogFlaw> flaws) {
    return new LogPass(
            client,
            record -> {
              if (Topic.named(record.topic()).isEmpty()) {
                letter(record, flaws);
              } else if (isOfCampaign(record)) {
                each.accept(record);
              }
            },
            flaws)
        .over(Topics.names());
  }

  private void letter(ConsumerRecord<byte[], byte[]> record, Consumer<LogFlaw> flaws) {
    if (isOfCampaign(record)) {
      DeadLetters.Letter letter = DeadLetters.read(record);
      flaws.accept(
          new LogFlaw(
              letter.original(), letter.service() + " could not read it: " + letter.reason()));
    }
  }

  /** Without decoding, so that what cannot be decoded is attributed, too. */
  private boolean isOfCampaign(ConsumerRecord<byte[], byte[]> record) {
    Header correlation = record.headers().lastHeader("ce_correlationid");
    if (correlation != null && Arrays.equals(correlation.value(), campaign.getBytes(UTF_8))) {
      return true;
    }
    String key = record.key() == null ? "" : new String(record.key(), UTF_8);
    return key.equals(campaign) || key.startsWith(campaign + ".");
  }
}
