package io.espalier.launcher.client.table;

import java.util.ArrayList;
import java.util.List;

/**
 * A table in plain text: cells padded to their column, two spaces between columns.
 *
 * <p>A column is aligned to the right if its heading ends in {@code >}, which is not shown.
 */
public final class TextTable {
  private final List<String> headings;
  private final List<List<String>> rows = new ArrayList<>();

  /** A table without rows; see the class for the mark of columns of numbers. */
  public TextTable(String... headings) {
    this.headings = List.of(headings);
  }

  /**
   * Adds a row; control characters are shown as spaces.
   *
   * @throws IllegalArgumentException if it does not have one cell for each heading
   */
  public TextTable row(String... cells) {
    if (cells.length != headings.size()) {
      throw new IllegalArgumentException(
          "row has " + cells.length + " cells, allowed: " + headings.size());
    }
    List<String> row = new ArrayList<>();
    for (String cell : cells) {
      row.add(PlainText.oneLine(cell));
    }
    rows.add(row);
    return this;
  }

  /** The heading and the rows, without line ends and without trailing spaces. */
  public List<String> lines() {
    List<List<String>> all = new ArrayList<>();
    all.add(headings.stream().map(h -> right(h) ? h.substring(0, h.length() - 1) : h).toList());
    all.addAll(rows);
    int[] widths = new int[headings.size()];
    for (List<String> row : all) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], PlainText.length(row.get(i)));
      }
    }
    return all.stream().map(row -> line(row, widths)).toList();
  }

  private String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String padding = " ".repeat(widths[i] - PlainText.length(row.get(i)));
      line.append(i == 0 ? "" : "  ");
      line.append(right(headings.get(i)) ? padding + row.get(i) : row.get(i) + padding);
    }
    return line.toString().stripTrailing();
  }

  private static boolean right(String heading) {
    return heading.endsWith(">");
  }
}
