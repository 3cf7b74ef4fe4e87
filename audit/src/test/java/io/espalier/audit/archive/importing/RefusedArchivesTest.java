package io.espalier.audit.archive.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.espalier.audit.archive.ArchiveProgress;
import io.espalier.audit.archive.ArchiveRefused;
import io.espalier.audit.archive.CraftedArchive;
import io.espalier.audit.archive.format.ArchiveEntry;
import io.espalier.audit.archive.format.EventLine;
import io.espalier.audit.archive.format.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that is wrong with an archive is told before anything is written. */
class RefusedArchivesTest {
  @TempDir private Path directory;
  private CraftedArchive archive;

  @BeforeEach
  void craft() {
    archive = new CraftedArchive(directory.resolve("scratch"));
  }

  @Test
  void aWholeArchiveIsOpened() throws Exception {
    Map<String, byte[]> contents = archive.contents();
    String root = archive.manifest(contents).root();

    try (CheckedArchive checked = check(write(contents), Optional.of(root))) {
      assertThat(checked.manifest().campaign()).isEqualTo(CraftedArchive.CAMPAIGN);
      assertThat(checked.artifacts()).hasSize(archive.artifacts().size());
    }
  }

  @Test
  void aFileThatIsNoZipIsRefused() throws IOException {
    Path file = Files.writeString(directory.resolve("no.zip"), "no archive at all");

    assertThat(problems(file)).singleElement().asString().contains("no readable ZIP file");
  }

  @Test
  void aTruncatedArchiveIsRefused() throws IOException {
    Path file = write(archive.contents());
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 100));

    assertThat(problems(file)).singleElement().asString().contains("no readable ZIP file");
  }

  @Test
  void aZipWithoutManifestIsRefused() throws IOException {
    Map<String, byte[]> contents = archive.contents();
    contents.remove(ArchiveEntry.MANIFEST);

    assertThat(problems(write(contents))).singleElement().asString().contains("no manifest.json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../evil",
        "a/../../evil",
        "/etc/evil",
        "C:/evil",
        "c:evil",
        "..\\evil",
        "a\\b",
        "./a",
        "a//b",
        "a/",
        "\u0007"
      })
  void aNameThatCouldLeadElsewhereIsRefused(String name) throws IOException {
    Map<String, byte[]> contents = archive.contents();
    contents.put(name, new byte[] {1});

    assertThat(problems(write(contents)))
        .anyMatch(p -> p.matches("entry '.*' (has|leaves|is) .*"))
        .anyMatch(p -> p.contains("is not in the manifest"));
  }

  @Test
  void aNameThatIsThereTwiceIsRefused() throws IOException {
    Map<String, byte[]> contents = archive.contents();
    contents.put("events.jsonX", new byte[] {1});
    Path file = write(contents);
    CraftedArchive.replace(file, "events.jsonX", "events.jsonl");

    assertThat(problems(file)).contains("entry 'events.jsonl' is there twice");
  }

  @Test
  void anEntryThatIsNotInTheManifestIsRefused() throws IOException {
    Map<String, byte[]> contents = archive.contents();
    contents.put("artifacts/readme.txt", new byte[] {1});

    assertThat(problems(write(contents)))
        .containsExactly("entry 'artifacts/readme.txt' is not in the manifest");
  }

  @Test
  void anEntryThatIsMissingIsRefused() throws IOException {
    Map<String, byte[]> contents = archive.contents();
    String first = archive.artifacts().keySet().iterator().next();
    contents.remove(first);

    assertThat(problems(write(contents)))
        .containsExactly(first + " is in the manifest and missing");
  }

  @Test
  void aFlippedBitInAnArtifactIsRefused() throws IOException {
    Map<String, byte[]> contents = archive.contents();
    String first = archive.artifacts().keySet().iterator().next();
    contents.get(first)[20] ^= 1;

    assertThat(problems(write(contents)))
        .singleElement()
        .asString()
        .startsWith(first + " was altered");
  }

  @Test
  void anEntryThatBlowsUpIsReadNoFurtherThanItsDeclaredLength() throws IOException {
    Map<String, byte[]> contents = archive.contents();
    String first = archive.artifacts().keySet().iterator().next();
    int declared = contents.get(first).length;
    contents.put(first, new byte[50_000_000]);

    assertThat(problems(write(contents)))
        .containsExactly(
            first + " is larger than the " + declared + " bytes that the manifest says");
  }

  @Test
  void aManifestThatIsTooLargeIsNotRead() throws IOException {
    Map<String, byte[]> contents = archive.contents();
    contents.put(ArchiveEntry.MANIFEST, new byte[Manifest.MOST_BYTES + 1]);

    assertThat(problems(write(contents)))
        .singleElement()
        .asString()
        .contains("manifest.json is larger than");
  }

  @Test
  void aManifestThatIsNoneIsRefusedWithTheField() throws IOException {
    Map<String, byte[]> contents = archive.contents();
    Manifest whole = archive.manifest(contents);
    assertThat(
            problems(write(with(contents, whole.text().replace("espalier-archive/1", "tarball")))))
        .singleElement()
        .asString()
        .contains("format is 'tarball', allowed: espalier-archive/1");
    assertThat(problems(write(with(contents, "[]"))))
        .singleElement()
        .asString()
        .contains("manifest");
    assertThat(problems(write(with(contents, whole.text().replace("artifacts/", "../artifacts/")))))
        .singleElement()
        .asString()
        .contains("entry.path is '../artifacts/");
  }

  @Test
  void aWrongRootHashIsRefused() throws IOException {
    Map<String, byte[]> contents = archive.contents();
    Manifest whole = archive.manifest(contents);
    String text = whole.text().replace(whole.root(), "0".repeat(64));

    assertThat(problems(write(with(contents, text))))
        .singleElement()
        .asString()
        .contains("the root hash is wrong")
        .contains(whole.root());
  }

  @Test
  void aRootHashOtherThanTheOneToldIsRefused() throws IOException {
    Path file = write(archive.contents());

    ArchiveRefused refused =
        catchThrowableOfType(
            ArchiveRefused.class, () -> check(file, Optional.of("0".repeat(64))).close());

    assertThat(refused.problems()).singleElement().asString().contains("as told with --root");
  }

  @Test
  void anotherSoftwareVersionChangesTheRootHash() throws IOException {
    Map<String, byte[]> contents = archive.contents();
    String text = archive.manifest(contents).text();

    assertThat(problems(write(with(contents, text.replace("\"test\"", "\"best\"")))))
        .singleElement()
        .asString()
        .contains("the root hash is wrong");
  }

  @Test
  void aChangedNumberInAnEventBreaksTheChainThereEvenIfTheManifestFits() throws IOException {
    int line = lineOf("\"ce_type\":\"pruned.v1\"");
    EventLine altered = EventLine.parse(archive.lines().get(line));
    archive
        .lines()
        .set(line, with(altered, altered.payload().replace("\"seconds\":0.5", "\"seconds\":0.2")));

    assertThat(problems(write(archive.contents())))
        .isNotEmpty()
        .allMatch(p -> p.contains("the chain is broken"))
        .allMatch(p -> p.contains(altered.headers().get("ce_id")));
  }

  @Test
  void anEventThatIsLeftOutBreaksTheChain() throws IOException {
    archive.lines().remove(lineOf("\"ce_type\":\"candidate-proposed.v1\""));

    assertThat(problems(write(archive.contents())))
        .isNotEmpty()
        .allMatch(p -> p.contains("the chain is broken"));
  }

  @Test
  void anEffectThatStandsBeforeItsCauseIsRefused() throws IOException {
    int cause = lineOf("\"ce_type\":\"candidate-proposed.v1\"");
    archive.lines().add(archive.lines().remove(cause));

    assertThat(problems(write(archive.contents())))
        .anyMatch(p -> p.contains("the chain is broken"))
        .anyMatch(p -> p.contains("stands at architecture-proposed[0]@0, behind offset"));
  }

  @Test
  void anEventThatCannotBeReadIsRefused() throws IOException {
    int last = archive.lines().size() - 1;
    EventLine line = EventLine.parse(archive.lines().get(last));
    archive.lines().set(last, with(line, "{\"campaign\":3}"));

    assertThat(problems(write(archive.contents())))
        .singleElement()
        .asString()
        .contains("line " + (last + 1))
        .contains("is no event");
  }

  @Test
  void aLineThatIsNoRecordOrIsWrittenOtherwiseIsRefused() throws IOException {
    int last = archive.lines().size() - 1;
    String line = archive.lines().get(last);
    archive.lines().set(last, line.replaceFirst(",", ", "));
    assertThat(problems(write(archive.contents())))
        .singleElement()
        .asString()
        .contains("is not written as an export writes it");

    archive.lines().set(last, "nonsense");
    assertThat(problems(write(archive.contents())))
        .singleElement()
        .asString()
        .contains("is no record");
  }

  @Test
  void aHeaderThatIsNoPartOfAnEventIsRefused() throws IOException {
    int last = archive.lines().size() - 1;
    EventLine line = EventLine.parse(archive.lines().get(last));
    String text = line.text().replace("\"ce_id\"", "\"aa_id\":\"x\",\"ce_id\"");
    archive.lines().set(last, text);

    assertThat(problems(write(archive.contents())))
        .singleElement()
        .asString()
        .contains("header aa_id is not part of an event");
  }

  @Test
  void anEventOfAnotherCampaignIsRefused() throws IOException {
    CraftedArchive other = new CraftedArchive(directory.resolve("other"));
    String launch = other.lines().get(0).replace(CraftedArchive.CAMPAIGN, "other-abcde");
    archive.lines().add(launch.replace("\"offset\":0", "\"offset\":9"));

    assertThat(problems(write(archive.contents())))
        .singleElement()
        .asString()
        .contains("is of another campaign, other-abcde");
  }

  @Test
  void anArtifactThatNoEventNamesIsRefused() throws IOException {
    byte[] stray = "stray".getBytes(UTF_8);
    String sha256 = CraftedArchive.sha256(stray);
    archive.artifacts().put("artifacts/" + sha256 + ".safetensors", stray);

    assertThat(problems(write(archive.contents())))
        .containsExactly("no event names the artifact " + sha256);
  }

  @Test
  void anArtifactThatAnEventNamesMustBeThere() throws IOException {
    String first = archive.artifacts().keySet().iterator().next();
    archive.artifacts().remove(first);

    assertThat(problems(write(archive.contents())))
        .singleElement()
        .asString()
        .contains("an event names the artifact")
        .contains("which is missing");
  }

  @Test
  void anotherNameThanTheLaunchSaysIsRefused() throws IOException {
    Map<String, byte[]> contents = archive.contents();
    String text =
        archive.manifest(contents).text().replace("\"name\":\"small\"", "\"name\":\"large\"");

    assertThat(problems(write(with(contents, text))))
        .containsExactly("the manifest calls the campaign 'large', its launch 'small'");
  }

  @Test
  void aHistoryThatContradictsItselfIsRefusedThoughItsChainHolds() throws IOException {
    archive.lines().removeIf(line -> line.contains("/1/half/1/epoch-1"));

    assertThat(problems(write(archive.contents())))
        .hasSize(2)
        .allMatch(p -> p.contains("epoch 1 of 2 is not in the log"));
  }

  @Test
  void allProblemsAreToldAtOnce() throws IOException {
    Map<String, byte[]> contents = archive.contents();
    String first = archive.artifacts().keySet().iterator().next();
    contents.get(first)[20] ^= 1;
    contents.put("../evil", new byte[] {1});
    contents.put(
        ArchiveEntry.EVENTS,
        (new String(contents.get(ArchiveEntry.EVENTS), UTF_8) + "nonsense\n").getBytes(UTF_8));

    assertThat(problems(write(contents)))
        .anyMatch(p -> p.contains("leaves the directory"))
        .anyMatch(p -> p.startsWith(first + " was altered"))
        .anyMatch(p -> p.contains("is not in the manifest"))
        .anyMatch(p -> p.startsWith("events.jsonl is larger than"));
  }

  private int lineOf(String part) {
    List<String> lines = archive.lines();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains(part)) {
        return i;
      }
    }
    throw new AssertionError("no line has " + part);
  }

  private static String with(EventLine line, String payload) {
    assertThat(payload).isNotEqualTo(line.payload());
    return new EventLine(
            line.topic(),
            line.partition(),
            line.offset(),
            line.timestamp(),
            line.key(),
            new HashMap<>(line.headers()),
            payload)
        .text();
  }

  private static Map<String, byte[]> with(Map<String, byte[]> contents, String manifest) {
    Map<String, byte[]> other = new LinkedHashMap<>(contents);
    other.put(ArchiveEntry.MANIFEST, manifest.getBytes(UTF_8));
    return other;
  }

  private Path write(Map<String, byte[]> contents) throws IOException {
    return CraftedArchive.write(contents, directory.resolve("crafted.zip"));
  }

  private static CheckedArchive check(Path file, Optional<String> root)
      throws ArchiveRefused, IOException {
    return CheckedArchive.open(file, root, ArchiveProgress.NONE);
  }

  private static List<String> problems(Path file) {
    return catchThrowableOfType(ArchiveRefused.class, () -> check(file, Optional.empty()).close())
        .problems();
  }
}
