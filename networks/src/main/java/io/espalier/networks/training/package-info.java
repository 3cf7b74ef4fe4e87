/**
 * Training as the services see it: a port without a trace of the library behind it, plus what
 * determines a training beside the data (initial weights, data order) in plain Java. Must not
 * import {@code dl4j}, which implements it.
 */
package io.espalier.networks.training;
