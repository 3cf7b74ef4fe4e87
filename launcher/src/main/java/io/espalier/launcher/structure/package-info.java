/**
 * The command {@code features}: numbers about the graph in a file. Imports {@code
 * io.espalier.structure}; needs no running stack.
 */
package io.espalier.launcher.structure;
