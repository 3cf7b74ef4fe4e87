package io.espalier.datasets.strings;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads labelled strings out of a CSV file with a header line; other columns are passed over.
 *
 * <p>A string is 1 to 1,000 printable ASCII letters (codes 32 to 126), a label a whole number below
 * the number of classes. All problems of all lines are found, not only the first.
 */
public final class StringsReader {
  /** The most letters of a string. */
  public static final int LONGEST = 1_000;

  private static final int SHOWN = 40;

  private final String file;
  private final CsvColumns columns;
  private final Problems problems;
  private final List<LabelledString> strings = new ArrayList<>();
  private int stringAt;
  private int labelAt;

  private StringsReader(String file, CsvColumns columns, Problems problems) {
    this.file = file;
    this.columns = columns;
    this.problems = problems;
  }

  /**
   * The strings of a file, in order; what cannot be read is left out and told to {@code problems}.
   *
   * @param file its name in messages
   */
  public static List<LabelledString> read(
      String file, byte[] content, CsvColumns columns, Problems problems) {
    String text = new String(content, StandardCharsets.UTF_8);
    StringsReader reader = new StringsReader(file, columns, problems);
    reader.all(new CsvReader(text.startsWith("\ufeff") ? text.substring(1) : text));
    return List.copyOf(reader.strings);
  }

  private void all(CsvReader csv) {
    Optional<CsvRecord> header = csv.next();
    if (header.isEmpty()) {
      problems.add(file, "is empty, allowed: a header line and a line for each string");
      return;
    }
    List<String> names = header.get().cells().stream().map(String::strip).toList();
    stringAt = column(columns.string(), names);
    labelAt = column(columns.label(), names);
    if (stringAt < 0 || labelAt < 0) {
      return;
    }
    boolean any = false;
    for (Optional<CsvRecord> next = csv.next(); next.isPresent(); next = csv.next()) {
      any = true;
      record(next.get(), csv.wrong(), names.size());
    }
    if (!any) {
      problems.add(file, "holds no strings, allowed: a line for each behind the header");
    }
  }

  private int column(String name, List<String> names) {
    int first = names.indexOf(name);
    if (first < 0) {
      problems.add(
          file,
          1,
          "has no column " + name + ", its columns are: " + shown(String.join(", ", names)));
    } else if (first != names.lastIndexOf(name)) {
      problems.add(file, 1, "has more than one column " + name);
      return -1;
    }
    return first;
  }

  private void record(CsvRecord record, String wrongQuotes, int width) {
    int line = record.line();
    if (!wrongQuotes.isEmpty()) {
      problems.add(file, line, wrongQuotes);
      return;
    }
    if (record.cells().size() != width) {
      problems.add(
          file, line, record.cells().size() + " cells, allowed: " + width + " as in the header");
      return;
    }
    String string = record.cells().get(stringAt);
    String label = record.cells().get(labelAt).strip();
    boolean good = goodString(line, string);
    good &= goodLabel(line, label);
    if (good) {
      strings.add(new LabelledString(string, Integer.parseInt(label)));
    }
  }

  private boolean goodString(int line, String string) {
    if (string.isEmpty()) {
      problems.add(file, line, columns.string() + " is empty, allowed: one letter or more");
      return false;
    }
    if (string.length() > LONGEST) {
      problems.add(
          file,
          line,
          columns.string() + " has " + string.length() + " letters, allowed: at most " + LONGEST);
      return false;
    }
    Optional<Integer> foreign =
        string.codePoints().filter(c -> c < ' ' || c > '~').boxed().findFirst();
    foreign.ifPresent(
        letter ->
            problems.add(
                file,
                line,
                columns.string()
                    + " '"
                    + shown(string)
                    + "' has the letter "
                    + (letter == 0xfffd ? "(not UTF-8)" : String.format("U+%04X", letter))
                    + ", allowed: printable ASCII letters"));
    return foreign.isEmpty();
  }

  private boolean goodLabel(int line, String label) {
    boolean good = label.matches("[0-9]{1,3}") && Integer.parseInt(label) < columns.classes();
    if (!good) {
      problems.add(
          file,
          line,
          columns.label() + " is '" + shown(label) + "', allowed: 0 to " + (columns.classes() - 1));
    }
    return good;
  }

  private static String shown(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
  }
}
