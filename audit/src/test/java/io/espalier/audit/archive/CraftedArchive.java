package io.espalier.audit.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.espalier.artifacts.store.DirectoryArtifactStore;
import io.espalier.audit.archive.format.ArchiveEntry;
import io.espalier.audit.archive.format.EventLine;
import io.espalier.audit.archive.format.Manifest;
import io.espalier.audit.archive.format.Sha256;
import io.espalier.audit.history.NamedArtifacts;
import io.espalier.audit.verification.SmallCampaign;
import io.espalier.envelope.Decoded;
import io.espalier.envelope.EventCodec;
import io.espalier.envelope.Position;
import io.espalier.envelope.WireRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An archive made by hand, so that it can be made wrong. */
public final class CraftedArchive {
  public static final String CAMPAIGN = "small-abcde";
  private static final String NAME = "small";

  private final List<String> lines = new ArrayList<>();
  private final TreeMap<String, byte[]> artifacts = new TreeMap<>();

  /** A whole archive of {@link SmallCampaign}. */
  public CraftedArchive(Path scratch) {
    DirectoryArtifactStore store = new DirectoryArtifactStore(scratch);
    Map<String, Long> offsets = new HashMap<>();
    SmallCampaign.told(CAMPAIGN, store).forEach(wire -> take(wire, store, offsets));
  }

  private void take(WireRecord wire, DirectoryArtifactStore store, Map<String, Long> offsets) {
    Position at = new Position(wire.topic(), 0, offsets.merge(wire.topic(), 1L, Long::sum) - 1);
    Decoded.Received event =
        (Decoded.Received) EventCodec.decode(at, wire.key(), wire.headers(), wire.payload());
    lines.add(EventLine.of(event, 1_767_225_600_000L).text());
    NamedArtifacts.of(event.event())
        .forEach(a -> artifacts.put(ArchiveEntry.of(a).path(), store.read(a)));
  }

  /** The events' lines, to be changed. */
  public List<String> lines() {
    return lines;
  }

  /** Artifacts by path, to be changed. */
  public Map<String, byte[]> artifacts() {
    return artifacts;
  }

  /** What is in the archive, manifest included, with a manifest that fits. */
  public Map<String, byte[]> contents() {
    Map<String, byte[]> contents = new LinkedHashMap<>(artifacts);
    contents.put(ArchiveEntry.EVENTS, (String.join("\n", lines) + "\n").getBytes(UTF_8));
    contents.put(ArchiveEntry.MANIFEST, manifest(contents).text().getBytes(UTF_8));
    return contents;
  }

  /** The manifest of these contents. */
  public Manifest manifest(Map<String, byte[]> contents) {
    List<ArchiveEntry> entries = new ArrayList<>();
    new TreeMap<>(contents)
        .forEach(
            (path, content) -> {
              if (!path.equals(ArchiveEntry.MANIFEST)) {
                entries.add(new ArchiveEntry(path, content.length, sha256(content)));
              }
            });
    return Manifest.of(CAMPAIGN, NAME, "test", lines.size(), entries);
  }

  /** Writes contents as they are. */
  public static Path write(Map<String, byte[]> contents, Path file) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, byte[]> content : contents.entrySet()) {
        zip.putNextEntry(new ZipEntry(content.getKey()));
        zip.write(content.getValue());
        zip.closeEntry();
      }
    }
    return file;
  }

  /** Changes every occurrence of a text in a file to another of the same length. */
  public static void replace(Path file, String text, String other) throws IOException {
    String bytes = new String(Files.readAllBytes(file), ISO_8859_1);
    Files.write(file, bytes.replace(text, other).getBytes(ISO_8859_1));
  }

  /** The hash of content. */
  public static String sha256(byte[] content) {
    return HexFormat.of().formatHex(Sha256.digest().digest(content));
  }
}
