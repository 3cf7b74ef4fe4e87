/**
 * Which weights go: saliencies, their distribution over layers, and the masks that follow.
 *
 * <p>Plain functions over arrays, exact to the single weight. Must not import Kafka, Quarkus,
 * SmallRye, DL4J or files; of networks the ranking only.
 */
package io.espalier.pruning.saliency;
