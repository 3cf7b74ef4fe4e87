package io.espalier.tracker.statistics;

import java.util.Optional;

/**
 * Two points of a campaign that are compared.
 *
 * @param planned the sparsity that both are to have; absent where it follows from a cut
 */
record Pairing(Point a, String aVariant, Point b, String bVariant, Optional<Double> planned) {}
