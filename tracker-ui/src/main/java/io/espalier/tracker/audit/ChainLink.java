package io.espalier.tracker.audit;

import java.time.Instant;

/**
 * An event in a trial's hash chain.
 *
 * @param hash SHA-256 of its canonical bytes
 * @param causeId the causing event; absent for what people decide and for workers
 * @param causeKnown whether the history holds the causing event with this very hash; true for
 *     events without a cause
 */
public record ChainLink(
    String id,
    String type,
    String topic,
    int partition,
    long offset,
    String source,
    Instant time,
    String hash,
    String causeId,
    String causeHash,
    boolean causeKnown) {}
