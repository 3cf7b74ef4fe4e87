package io.espalier.trainer.training;

/**
 * Metrics of one epoch. Accuracies are shares (0..1), losses mean cross-entropy in nats.
 *
 * @param epoch from 1
 * @param trainingLoss mean over the epoch's batches
 * @param samplesPerSecond training samples per second of training time
 */
public record EpochReport(
    int epoch,
    double trainingLoss,
    double validationLoss,
    double validationAccuracy,
    double learningRate,
    double samplesPerSecond) {}
