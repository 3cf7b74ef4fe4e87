package io.espalier.pruning.flow;

/** Something public at the edge, for a planted violation to depend on. */
public final class Edge {}
