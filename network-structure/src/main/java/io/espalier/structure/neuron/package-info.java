/**
 * The graph of a pruned network's neurons: neurons are nodes, kept weights are edges. Imports the
 * JDK and {@code io.espalier.plan}; int arrays, because networks have hundreds of thousands of
 * weights.
 */
package io.espalier.structure.neuron;
