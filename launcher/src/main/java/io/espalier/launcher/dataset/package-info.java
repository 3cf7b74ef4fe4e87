/**
 * {@code espalier dataset}: generates labelled strings, and registers a user's own.
 *
 * <p>Works on files and on the data directory, whether a stack runs or not.
 */
package io.espalier.launcher.dataset;
