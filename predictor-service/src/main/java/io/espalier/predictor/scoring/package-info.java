/**
 * What accuracy is expected of a training, and how right that was.
 *
 * <p>{@link io.espalier.predictor.scoring.Surrogate} alone knows Smile; everything else is plain
 * functions over events. Must not import Kafka, Quarkus or SmallRye.
 */
package io.espalier.predictor.scoring;
