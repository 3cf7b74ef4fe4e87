package io.espalier.audit.archive.exporting;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Lines that are written one after the other and read in another order: a temporary file. */
final class EventSpool implements AutoCloseable {
  private final Path file;
  private final OutputStream out;
  private final List<Long> begins = new ArrayList<>(List.of(0L));

  EventSpool() throws IOException {
    file = Files.createTempFile("espalier-events-", ".tmp");
    out = new BufferedOutputStream(Files.newOutputStream(file));
  }

  /** Adds a line; it gets the next number, from 0. */
  void add(String line) throws IOException {
    byte[] bytes = (line + "\n").getBytes(UTF_8);
    out.write(bytes);
    begins.add(begins.get(begins.size() - 1) + bytes.length);
  }

  /** Number of lines. */
  int size() {
    return begins.size() - 1;
  }

  /** Ends the writing and opens the lines for reading. */
  Lines read() throws IOException {
    out.close();
    return new Lines(new RandomAccessFile(file.toFile(), "r"), begins);
  }

  @Override
  public void close() throws IOException {
    out.close();
    Files.deleteIfExists(file);
  }

  /** The lines by number, each with its end. */
  static final class Lines implements AutoCloseable {
    private final RandomAccessFile file;
    private final List<Long> begins;

    Lines(RandomAccessFile file, List<Long> begins) {
      this.file = file;
      this.begins = begins;
    }

    byte[] line(int number) throws IOException {
      byte[] bytes = new byte[Math.toIntExact(begins.get(number + 1) - begins.get(number))];
      file.seek(begins.get(number));
      file.readFully(bytes);
      return bytes;
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
