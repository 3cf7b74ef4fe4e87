/**
 * What follows from a trained network: which pruning steps, or the end of a branch.
 *
 * <p>Plain functions over events. Must not import Kafka, Quarkus, SmallRye, DL4J or datasets.
 */
package io.espalier.pruning.schedule;
