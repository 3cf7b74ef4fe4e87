package io.espalier.trainer.share;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record that was handed to one of our slots.
 *
 * @param record the record as the broker delivered it
 * @param deliveries how often it was handed out, this time included
 * @param deliveriesLeft how often the broker would hand it out again before it drops it silently
 * @param slot which slot works on it
 * @param lease for how long it is ours
 */
public record Delivery(
    ConsumerRecord<byte[], byte[]> record,
    int deliveries,
    int deliveriesLeft,
    int slot,
    Lease lease) {}
