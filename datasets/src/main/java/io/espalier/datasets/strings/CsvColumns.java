package io.espalier.datasets.strings;

/**
 * Where strings and labels stand in a CSV file, and what they may be.
 *
 * @param string name of the column of strings
 * @param label name of the column of labels
 * @param classes labels are 0 to {@code classes - 1}
 */
public record CsvColumns(String string, String label, int classes) {
  /** The most classes there may be. */
  public static final int MOST_CLASSES = 128;

  public CsvColumns {
    if (string.isBlank() || label.isBlank() || string.equals(label)) {
      throw new IllegalArgumentException(
          "columns are '" + string + "' and '" + label + "', allowed: two different names");
    }
    if (classes < 2 || classes > MOST_CLASSES) {
      throw new IllegalArgumentException(
          "classes is " + classes + ", allowed: 2 to " + MOST_CLASSES);
    }
  }
}
