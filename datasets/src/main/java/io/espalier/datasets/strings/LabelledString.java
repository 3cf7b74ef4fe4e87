package io.espalier.datasets.strings;

/**
 * A string and its class.
 *
 * @param label 0 to classes - 1
 */
public record LabelledString(String string, int label) {}
