package io.espalier.benchmarks.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The figures as a JSON list of {@code {"name", "value", "unit"}}.
 *
 * @param path of the file, replaced if it is there
 */
public record JsonFile(Path path) {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /**
   * Makes sure, before minutes are spent, that the file can be written.
   *
   * @throws IOException if it cannot
   */
  public void requireWritable() throws IOException {
    Files.write(path, new byte[0]);
  }

  /** Writes the figures. */
  public void write(Report report) throws IOException {
    MAPPER.writeValue(path.toFile(), report.figures());
  }
}
