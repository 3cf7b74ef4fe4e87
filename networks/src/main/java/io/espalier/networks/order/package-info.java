/**
 * Trainings as events order them: from a proposal or a pruning step to stored weights and their
 * quality. What a worker does, and what a replay does again; knows nothing of Kafka. Nothing of the
 * network library is loaded before the first training.
 */
package io.espalier.networks.order;
