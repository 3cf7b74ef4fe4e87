/**
 * Which weights go: amounts, distributions over layers, scope, whole units. Plain functions from
 * scores to masks.
 */
package io.espalier.pruning.selection;
