package io.espalier.datasets.strings;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** CSV files with the columns {@code string,label}. */
public final class StringsCsv {
  private StringsCsv() {}

  /**
   * Writes a file as ASCII with line feeds; a reader sees the old file or the whole new one.
   *
   * @throws IOException if it cannot be written; nothing is left behind then
   */
  public static void write(Path file, List<LabelledString> strings) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Path complete = Files.createTempFile(folder, "." + file.getFileName() + "-", ".tmp");
    try {
      try (Writer out = Files.newBufferedWriter(complete, StandardCharsets.US_ASCII)) {
        out.write("string,label\n");
        for (LabelledString string : strings) {
          out.write(cell(string.string()) + "," + string.label() + "\n");
        }
      }
      Files.move(
          complete, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(complete);
    }
  }

  /** Quoted if it holds what means something in CSV, or a space that a reader might strip. */
  private static String cell(String text) {
    return text.matches("[^\",\r\n ]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
