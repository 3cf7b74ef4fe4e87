/**
 * CIFAR-10: fetched as PNGs, kept in the layout of its own binary files.
 *
 * <p>Knows sources and labelled images; nothing of samples and shapes.
 */
package io.espalier.datasets.cifar;
