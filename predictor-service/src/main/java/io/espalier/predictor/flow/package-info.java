/**
 * The edge: hops between topics, publishing, and the replay at start.
 *
 * <p>The only package here that may import Kafka, Quarkus and SmallRye. It decides nothing.
 */
package io.espalier.predictor.flow;
