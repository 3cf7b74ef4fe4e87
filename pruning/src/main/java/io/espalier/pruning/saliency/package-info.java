/**
 * How much a network is expected to lose with each of its weights: the saliencies that come along,
 * and what a plug-in implements.
 *
 * <p>A saliency may use networks and datasets. Must not import Kafka, Quarkus, SmallRye or DL4J,
 * nor decide what is cut.
 */
package io.espalier.pruning.saliency;
