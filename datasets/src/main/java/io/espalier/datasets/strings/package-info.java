/**
 * Labelled strings and their CSV files (RFC 4180): read with every problem named by its line, and
 * written.
 *
 * <p>Imports nothing but the JDK.
 */
package io.espalier.datasets.strings;
