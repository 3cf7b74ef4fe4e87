package io.espalier.envelope;

import io.espalier.plan.Require;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An event as it stands on the wire.
 *
 * @param topic the topic's name
 * @param key the Kafka key
 * @param headers the CloudEvents headers by name, sorted; others are not part of the event
 * @param payload the JSON text, exactly as written
 */
public record WireRecord(
    String topic, String key, SortedMap<String, String> headers, String payload) {

  /** Prefix of CloudEvents attributes in Kafka's binary content mode. */
  public static final String PREFIX = "ce_";

  /** The header that names the payload's media type. */
  public static final String CONTENT_TYPE = "content-type";

  /**
   * The header of imported records: root hash of the archive. Not part of the event, whose hash it
   * leaves as it was.
   */
  public static final String ARCHIVE = "espalier-archive";

  public WireRecord {
    oneLine("topic", Require.text("topic", topic));
    oneLine("key", Require.text("key", key));
    Require.present("payload", payload);
    SortedMap<String, String> kept = new TreeMap<>();
    for (Map.Entry<String, String> header : headers.entrySet()) {
      if (isPartOfEvent(header.getKey())) {
        kept.put(
            oneLine("name of a header", header.getKey()),
            oneLine("header " + header.getKey(), header.getValue()));
      }
    }
    headers = java.util.Collections.unmodifiableSortedMap(kept);
  }

  /** Lines end where the hash says: a line break in a part could pass for the next part. */
  private static String oneLine(String part, String value) {
    Require.present(part, value);
    if (value.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          part
              + " is '"
              + value.replaceAll("\\p{Cntrl}", "?")
              + "', allowed: no control characters");
    }
    return value;
  }

  /**
   * Tells whether a header belongs to the event; others may be added on the way and are ignored.
   */
  public static boolean isPartOfEvent(String header) {
    return header.startsWith(PREFIX) || header.equals(CONTENT_TYPE);
  }

  /**
   * SHA-256 of the canonical bytes: topic, key, each header as {@code name:value} in the order of
   * names, an empty line, the payload; lines end with LF, text is UTF-8.
   */
  public String hash() {
    StringBuilder canonical = new StringBuilder();
    canonical.append(topic).append('\n').append(key).append('\n');
    headers.forEach((name, value) -> canonical.append(name).append(':').append(value).append('\n'));
    canonical.append('\n').append(payload);
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(canonical.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
