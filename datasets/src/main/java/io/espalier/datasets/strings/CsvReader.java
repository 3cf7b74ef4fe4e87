package io.espalier.datasets.strings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Splits CSV text into records as RFC 4180 says: cells between commas, quoted ones may hold commas,
 * line ends and doubled quotes; lines end in LF or CR LF, the last one may lack its end.
 */
final class CsvReader {
  private static final char END = '\uffff';

  private final String text;
  private int at;
  private int line = 1;
  private String wrong = "";

  CsvReader(String text) {
    this.text = text;
  }

  /** The next record; empty at the end. After it, {@link #wrong()} tells about its quotes. */
  Optional<CsvRecord> next() {
    wrong = "";
    if (at >= text.length()) {
      return Optional.empty();
    }
    int first = line;
    List<String> cells = new ArrayList<>();
    boolean more = true;
    while (more) {
      cells.add(peek() == '"' ? quoted() : plain());
      more = peek() == ',';
      at += peek() == '\r' ? 2 : 1;
    }
    line++;
    return Optional.of(new CsvRecord(first, cells));
  }

  /** What is wrong with the quotes of the last record; empty if nothing is. */
  String wrong() {
    return wrong;
  }

  /** Up to a comma or a line end, which are left; CR LF is one line end. */
  private String plain() {
    int from = at;
    while (!ends()) {
      if (peek() == '"') {
        wrong = "a quote within a cell that does not begin with one";
      }
      at++;
    }
    return text.substring(from, at);
  }

  private String quoted() {
    StringBuilder cell = new StringBuilder();
    at++;
    while (peek() != '"' || ahead() == '"') {
      if (at >= text.length()) {
        wrong = "a quoted cell that does not end";
        return cell.toString();
      }
      if (peek() == '"') {
        at++;
      }
      line += peek() == '\n' ? 1 : 0;
      cell.append(text.charAt(at++));
    }
    at++;
    if (!ends()) {
      wrong = "letters behind the closing quote of a cell";
      plain();
    }
    return cell.toString();
  }

  /** Whether a cell ends here; moves nothing. */
  private boolean ends() {
    return at >= text.length()
        || peek() == ','
        || peek() == '\n'
        || (peek() == '\r' && ahead() == '\n');
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : END;
  }

  private char ahead() {
    return at + 1 < text.length() ? text.charAt(at + 1) : END;
  }
}
