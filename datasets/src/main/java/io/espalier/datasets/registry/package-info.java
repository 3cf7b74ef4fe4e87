/**
 * Datasets that a user has added to a data directory: stored whole or not at all, verified when
 * read.
 *
 * <p>Knows files, manifests and labelled strings; nothing of samples and shapes.
 */
package io.espalier.datasets.registry;
