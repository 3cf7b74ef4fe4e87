package io.espalier.samples;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.espalier.envelope.Decoded;
import io.espalier.envelope.EventCodec;
import io.espalier.envelope.Position;
import io.espalier.envelope.WireRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * A whole record as it was once written to the log.
 *
 * @param payload the exact text, since the hash covers it
 * @param hash what {@link WireRecord#hash()} gave then
 */
public record Golden(
    String topic, String key, SortedMap<String, String> headers, String payload, String hash) {
  /** Where golden files live, one folder per wire name. */
  public static final Path FOLDER = Path.of("src/test/resources/golden");

  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  static Golden of(WireRecord wire) {
    return new Golden(wire.topic(), wire.key(), wire.headers(), wire.payload(), wire.hash());
  }

  /** All golden files, sorted. */
  public static List<Path> files() {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files.filter(f -> f.toString().endsWith(".json")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads one file. */
  public static Golden read(Path file) {
    try {
      return MAPPER.readValue(file.toFile(), Golden.class);
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }

  /** Reads the record with today's code. */
  public Decoded decode() {
    return EventCodec.decode(new Position(topic, 0, 0), key, headers, payload);
  }

  void write(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, MAPPER.writeValueAsString(this) + "\n");
  }
}
