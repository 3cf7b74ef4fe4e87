package io.espalier.networks.order;

import io.espalier.events.StructureChange;
import java.util.Optional;

/**
 * Metrics of one epoch. Accuracies are shares (0..1), losses mean cross-entropy in nats.
 *
 * @param epoch from 1
 * @param trainingLoss mean over the epoch's batches
 * @param samplesPerSecond training samples per second of training time
 * @param structure what the epoch did to the set of kept weights; absent if it is fixed
 */
public record EpochReport(
    int epoch,
    double trainingLoss,
    double validationLoss,
    double validationAccuracy,
    double learningRate,
    double samplesPerSecond,
    Optional<StructureChange> structure) {}
