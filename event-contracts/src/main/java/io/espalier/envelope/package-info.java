/**
 * The envelope: CloudEvents 1.0 in binary content mode plus the causal hash chain.
 *
 * <p>Knows text headers and a JSON payload, not Kafka; {@code event-log} carries them.
 */
package io.espalier.envelope;
