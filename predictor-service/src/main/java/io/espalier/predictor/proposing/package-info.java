/**
 * Which trials are proposed next: a fold over what was decided, proposed and trained.
 *
 * <p>Plain functions over events. Must not import Kafka, Quarkus, SmallRye or Smile.
 */
package io.espalier.predictor.proposing;
