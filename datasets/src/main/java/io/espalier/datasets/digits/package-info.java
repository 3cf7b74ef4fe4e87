/**
 * Digits drawn from strokes: a dataset that needs no source. Imports the JDK and {@code idx} only.
 */
package io.espalier.datasets.digits;
