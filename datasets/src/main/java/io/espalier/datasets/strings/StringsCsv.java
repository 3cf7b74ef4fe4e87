package io.espalier.datasets.strings;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** CSV files with the columns {@code string,label}. */
public final class StringsCsv {
  /** The name of the column of strings. */
  public static final String STRING = "string";

  /** The name of the column of labels. */
  public static final String LABEL = "label";

  private StringsCsv() {}

  /** A file's content, ASCII with line feeds. */
  public static byte[] bytes(List<LabelledString> strings) {
    StringBuilder text = new StringBuilder(STRING + "," + LABEL + "\n");
    for (LabelledString string : strings) {
      text.append(cell(string.string())).append(',').append(string.label()).append('\n');
    }
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }

  /** Quoted if it holds what means something in CSV, or a space that a reader might strip. */
  private static String cell(String text) {
    return text.matches("[^\",\r\n ]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
