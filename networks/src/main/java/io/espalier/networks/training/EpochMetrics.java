package io.espalier.networks.training;

import io.espalier.events.StructureChange;
import java.util.Optional;

/**
 * How an epoch went. Losses are means in nats.
 *
 * @param epoch 1..epochs
 * @param epochs that this training may have; it may end earlier
 * @param trainingLoss mean over the epoch's samples, each measured before its batch's update
 * @param validationLoss after the epoch
 * @param validationAccuracy after the epoch, 0..1
 * @param learningRate used in this epoch
 * @param seconds wall time of the updates, without the validation
 * @param samplesPerSecond training samples per second of that time
 * @param structure what the epoch did to the set of kept weights; absent if it is fixed
 */
public record EpochMetrics(
    int epoch,
    int epochs,
    double trainingLoss,
    double validationLoss,
    double validationAccuracy,
    double learningRate,
    double seconds,
    double samplesPerSecond,
    Optional<StructureChange> structure) {}
