package io.espalier.audit.archive.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.espalier.envelope.Json;
import io.espalier.plan.Require;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * What an archive holds.
 *
 * @param format {@link #FORMAT}
 * @param campaign its id
 * @param name the campaign's name
 * @param software version of Espalier that wrote it
 * @param events lines of {@link ArchiveEntry#EVENTS}
 * @param entries ascending by path, without the manifest
 * @param root {@link #computedRoot}
 */
public record Manifest(
    String format,
    String campaign,
    String name,
    String software,
    long events,
    List<ArchiveEntry> entries,
    String root) {

  /** The first version. */
  public static final String FORMAT = "espalier-archive/1";

  /** UTF-8 bytes of a manifest at most: enough for more than 300,000 entries. */
  public static final int MOST_BYTES = 64 << 20;

  /** Bytes of an artifact at most: what an array can have. */
  static final long MOST_ARTIFACT_BYTES = Integer.MAX_VALUE - 8;

  /** Bytes of all entries together at most. */
  static final long MOST_TOTAL_BYTES = 4L << 40;

  public Manifest {
    if (!FORMAT.equals(format)) {
      throw new IllegalArgumentException("format is '" + format + "', allowed: " + FORMAT);
    }
    oneLine("campaign", campaign);
    Require.text("name", name);
    oneLine("software", software);
    Require.atLeast("events", events, 1);
    entries = Require.nonEmpty("entries", entries);
    for (int i = 1; i < entries.size(); i++) {
      String path = entries.get(i).path();
      if (entries.get(i - 1).path().compareTo(path) >= 0) {
        throw new IllegalArgumentException(
            "entries has "
                + path
                + " in place "
                + (i + 1)
                + ", allowed: ascending paths, each once");
      }
    }
    Require.sha256("root", root);
  }

  /** The manifest of these entries, with its root. */
  public static Manifest of(
      String campaign, String name, String software, long events, List<ArchiveEntry> entries) {
    return new Manifest(
        FORMAT, campaign, name, software, events, entries, root(campaign, software, entries));
  }

  /**
   * SHA-256 of the canonical bytes: the format, the campaign's id, the software version, an empty
   * line, then per entry {@code sha256 bytes path}; each line ends with LF, text is UTF-8.
   */
  public String computedRoot() {
    return root(campaign, software, entries);
  }

  /** What is larger than an archive may be, for people; nothing of such an archive is read. */
  public List<String> excesses() {
    List<String> excesses = new ArrayList<>();
    long left = MOST_TOTAL_BYTES;
    for (ArchiveEntry entry : entries) {
      if (entry.artifact().isPresent() && entry.bytes() > MOST_ARTIFACT_BYTES) {
        excesses.add(
            entry.path() + " has " + entry.bytes() + " bytes, allowed: " + MOST_ARTIFACT_BYTES);
      }
      if (left >= 0) {
        left -= Math.min(entry.bytes(), MOST_TOTAL_BYTES + 1);
      }
    }
    if (left < 0) {
      excesses.add("its entries have more than " + MOST_TOTAL_BYTES + " bytes together");
    }
    return excesses;
  }

  /** The text of the manifest's file. */
  public String text() {
    try {
      return Json.mapper().writeValueAsString(this) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + this, e);
    }
  }

  private static String root(String campaign, String software, List<ArchiveEntry> entries) {
    MessageDigest digest = Sha256.digest();
    line(digest, FORMAT);
    line(digest, campaign);
    line(digest, software);
    line(digest, "");
    entries.forEach(e -> line(digest, e.sha256() + " " + e.bytes() + " " + e.path()));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void line(MessageDigest digest, String text) {
    digest.update((text + "\n").getBytes(UTF_8));
  }

  private static void oneLine(String field, String text) {
    if (Require.text(field, text).chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(field + " has control characters, allowed: one line");
    }
  }
}
