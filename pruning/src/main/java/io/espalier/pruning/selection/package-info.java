/**
 * Which weights go: amounts, distributions over layers, scope, whole units. Plain functions from
 * scores to masks, exact to the single weight.
 *
 * <p>Must not import datasets, files or anything that trains; of networks the ranking only.
 */
package io.espalier.pruning.selection;
