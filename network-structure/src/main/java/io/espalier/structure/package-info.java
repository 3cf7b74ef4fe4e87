/**
 * Architectures as graphs: units are nodes, weights are edges, and structure features are numbers
 * about them that a surrogate can learn from. Imports the JDK, {@code io.espalier.plan} and
 * JGraphT.
 */
package io.espalier.structure;
