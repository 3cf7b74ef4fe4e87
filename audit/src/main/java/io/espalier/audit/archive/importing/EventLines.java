package io.espalier.audit.archive.importing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;

/** Lines of bounded length. */
final class EventLines implements AutoCloseable {
  /** More than a record that a broker takes, quoted, can have. */
  private static final int LONGEST = 4 << 20;

  private final InputStream in;

  EventLines(InputStream in) {
    this.in = new BufferedInputStream(in, 1 << 16);
  }

  /**
   * The next line without its end; empty after the last.
   *
   * @throws IOException also if a line is too long, has no end or is no UTF-8
   */
  Optional<String> next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        if (line.size() > 0) {
          throw new IOException("the last line has no end");
        }
        return Optional.empty();
      }
      if (line.size() == LONGEST) {
        throw new IOException("a line is longer than " + LONGEST + " bytes");
      }
      line.write(b);
    }
    try {
      return Optional.of(UTF_8.newDecoder().decode(ByteBuffer.wrap(line.toByteArray())).toString());
    } catch (CharacterCodingException e) {
      throw new IOException("a line is not valid UTF-8", e);
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
