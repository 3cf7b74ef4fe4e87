/**
 * Trials: one network's life, with a row per training, epoch, pruning step and score, and how to
 * read them.
 *
 * <p>{@link io.espalier.tracker.trials.TrialRows} holds the rules; must not import Kafka.
 */
package io.espalier.tracker.trials;
