/**
 * The edge: the hop between topics, publishing, the replay at start, configuration.
 *
 * <p>The only package here that may import Kafka, Quarkus and SmallRye. It decides nothing.
 */
package io.espalier.pruning.flow;
