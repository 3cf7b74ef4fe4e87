/**
 * From a masked network back to the graph of its neurons. Imports {@code mask}, {@code tensors} and
 * {@code io.espalier.structure}; needs no weights, only which of them were kept.
 */
package io.espalier.networks.extraction;
