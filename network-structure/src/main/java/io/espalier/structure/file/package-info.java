/**
 * Graphs from files: edge lists and GraphML. A file is refused with all its problems at once and
 * their lines. Imports the JDK, {@code io.espalier.plan} and {@code NamedGraph}.
 */
package io.espalier.structure.file;
