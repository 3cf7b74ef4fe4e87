/**
 * The dataset catalogue: names, shapes, and samples ready to train on.
 *
 * <p>Where bytes come from lives in {@code source}, how they are read in {@code idx}, and how
 * samples are drawn in {@code digits}; none of these three imports this package. Imports nothing
 * but the JDK and event-contracts.
 */
package io.espalier.datasets;
