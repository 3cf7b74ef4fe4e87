/**
 * Numbers about graphs, as networkx defines them where it does. Imports the JDK, {@code
 * io.espalier.plan} and the layering; the algorithms are our own on int arrays, because thousands
 * of graphs are measured in a search.
 */
package io.espalier.structure.feature;
