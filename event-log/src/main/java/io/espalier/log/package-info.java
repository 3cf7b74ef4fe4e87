/**
 * Events on Kafka: the topics and their settings, records to events and back, taking them in one by
 * one, dead letters, replay.
 *
 * <p>Plain Apache Kafka client; must not import Quarkus or SmallRye, so that the launcher and every
 * service can use it alike.
 */
package io.espalier.log;
