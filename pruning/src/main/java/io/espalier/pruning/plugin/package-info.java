/** Saliencies of others, out of jars in a directory. Decides nothing about pruning. */
package io.espalier.pruning.plugin;
