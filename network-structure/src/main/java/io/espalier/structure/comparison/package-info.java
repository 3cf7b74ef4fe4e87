/**
 * What distinguishes two structures. Imports the JDK, {@code io.espalier.plan}, {@code NamedGraph}
 * and {@code feature}.
 */
package io.espalier.structure.comparison;
