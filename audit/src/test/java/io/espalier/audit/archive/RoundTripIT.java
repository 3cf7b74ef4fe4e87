package io.espalier.audit.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.espalier.artifacts.store.DirectoryArtifactStore;
import io.espalier.audit.archive.exporting.CampaignExport;
import io.espalier.audit.archive.exporting.ExportReport;
import io.espalier.audit.archive.importing.CampaignImport;
import io.espalier.audit.archive.importing.CheckedArchive;
import io.espalier.audit.archive.importing.ImportReport;
import io.espalier.audit.verification.AuditReport;
import io.espalier.audit.verification.Verification;
import io.espalier.envelope.Cause;
import io.espalier.envelope.Decoded;
import io.espalier.envelope.Envelope;
import io.espalier.envelope.EventCodec;
import io.espalier.envelope.WireRecord;
import io.espalier.events.CampaignEvent.CampaignPaused;
import io.espalier.log.KafkaEvents;
import io.espalier.samples.Samples;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** Out of one broker and store, into another; each test has a campaign of its own. */
class RoundTripIT {
  @TempDir private static Path here;
  @TempDir private static Path elsewhere;
  private static TestLog source;
  private static TestLog target;

  @TempDir private Path directory;
  private Path file;
  private String campaign;

  @BeforeAll
  static void start() {
    source = new TestLog(here).withTopics();
    target = new TestLog(elsewhere);
  }

  @AfterAll
  static void stop() {
    target.close();
    source.close();
  }

  @BeforeEach
  void tell(TestInfo test) {
    file = directory.resolve("small.zip");
    campaign = "small-" + Integer.toHexString(test.getDisplayName().hashCode());
    source.tell(campaign);
  }

  @Test
  void theSameHistoryGivesTheSameBytesAndNothingElseIsLeftBehind() throws Exception {
    ExportReport report = export(file);
    Path again = directory.resolve("again.zip");
    export(again);

    assertThat(Files.readAllBytes(again)).isEqualTo(Files.readAllBytes(file));
    assertThat(report.flaws()).isEmpty();
    assertThat(report.goesOn()).isFalse();
    assertThat(report.manifest().events()).isEqualTo(source.events(campaign).size());
    try (var files = Files.list(directory)) {
      assertThat(files).containsExactlyInAnyOrder(file, again);
    }
  }

  @Test
  void aFileThatExistsIsReplacedOnlyIfAsked() throws Exception {
    Files.writeString(file, "mine");

    assertThatThrownBy(() -> export(file)).isInstanceOf(FileAlreadyExistsException.class);
    assertThat(file).hasContent("mine");
    exporting(source).run(campaign, file, true);
    assertThat(Files.size(file)).isGreaterThan(1000);
  }

  @Test
  void aCampaignThatIsNotThereIsRefusedAndNoFileIsWritten() throws IOException {
    String beginning = campaign.substring(0, campaign.length() - 1);

    ArchiveRefused refused =
        catchThrowableOfType(
            ArchiveRefused.class, () -> exporting(source).run(beginning, file, false));

    assertThat(refused.problems()).containsExactly("there is no campaign " + beginning);
    try (var files = Files.list(directory)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void anImportedHistoryIsTheSameAndMarked() throws Exception {
    String root = export(file).manifest().root();

    ImportReport report = importFile(target, Optional.of(root));

    List<Decoded.Received> events = target.events(campaign);
    assertThat(report.told()).isEqualTo(events.size());
    assertThat(hashes(events)).containsExactlyInAnyOrderElementsOf(hashes(source.events(campaign)));
    assertThat(events).allMatch(e -> e.archive().equals(Optional.of(root)));
    AuditReport audit =
        new Verification(target.store(), (checked, total) -> {})
            .of(campaign, target.client())
            .report();
    assertThat(audit.problems()).isEmpty();
    assertThat(audit.files()).isEqualTo(report.manifest().entries().size() - 1);
  }

  @Test
  void importingAgainChangesNothing() throws Exception {
    export(file);
    importFile(target, Optional.empty());
    int events = target.events(campaign).size();

    assertThat(importFile(target, Optional.empty()).told()).isZero();
    assertThat(target.events(campaign)).hasSize(events);
  }

  @Test
  void anImportThatWasInterruptedIsCompleted() throws Exception {
    String root = export(file).manifest().root();
    List<Decoded.Received> all = source.events(campaign);
    interrupt(target);
    int before = target.events(campaign).size();

    ImportReport report = importFile(target, Optional.empty());

    assertThat(before).isBetween(1, all.size() - 1);
    assertThat(report.told()).isEqualTo(all.size() - before);
    assertThat(hashes(target.events(campaign))).containsExactlyInAnyOrderElementsOf(hashes(all));
    assertThat(target.events(campaign)).allMatch(e -> e.archive().equals(Optional.of(root)));
  }

  @Test
  void aCampaignThatHappenedHereIsNotImported() throws Exception {
    export(file);

    assertThatThrownBy(() -> importFile(source, Optional.empty()))
        .isInstanceOf(ArchiveRefused.class)
        .hasMessage("campaign " + campaign + " is in this log already: it happened here");
  }

  @Test
  void aCampaignOfAnotherArchiveIsNotImported() throws Exception {
    export(file);
    Decoded.Received first = source.events(campaign).get(0);
    target.send(KafkaEvents.writeImported(first.wire(), "0".repeat(64)));

    assertThatThrownBy(() -> importFile(target, Optional.empty()))
        .isInstanceOf(ArchiveRefused.class)
        .hasMessageContaining("from an archive with the root hash " + "0".repeat(64));
    assertThat(target.events(campaign)).hasSize(1);
  }

  @Test
  void anImportedCampaignWithEventsThatTheArchiveHasNotIsNotImported() throws Exception {
    String root = export(file).manifest().root();
    target.send(KafkaEvents.writeImported(pausedLater(), root));

    assertThatThrownBy(() -> importFile(target, Optional.empty()))
        .isInstanceOf(ArchiveRefused.class)
        .hasMessageContaining("with events that this archive has not");
    assertThat(target.events(campaign)).hasSize(1);
  }

  @Test
  void whatIsDamagedOrStillGoingOnIsSaid() throws Exception {
    for (Decoded.Received event : source.events(campaign)) {
      if (!event.event().eventId().endsWith("/proposing-finished")) {
        target.tell(event.wire());
      }
    }
    DirectoryArtifactStore empty = new DirectoryArtifactStore(directory.resolve("empty"));

    ExportReport report =
        new CampaignExport(target.client(), empty, "test", ArchiveProgress.NONE)
            .run(campaign, file, false);

    assertThat(report.goesOn()).isTrue();
    assertThat(report.flaws()).isNotEmpty().allMatch(flaw -> flaw.contains("is absent or altered"));
    assertThatThrownBy(() -> importFile(target, Optional.empty()))
        .isInstanceOf(ArchiveRefused.class)
        .hasMessageContaining("an event names the artifact");
  }

  @Test
  void aDecisionTakenLaterIsAnotherArchive() throws Exception {
    String before = export(file).manifest().root();
    source.tell(pausedLater());

    ExportReport after = export(directory.resolve("later.zip"));

    assertThat(after.manifest().root()).isNotEqualTo(before);
    assertThat(after.flaws()).isEmpty();
  }

  private WireRecord pausedLater() {
    return EventCodec.encode(
        new Envelope<>(
            new CampaignPaused(campaign, 1),
            "tracker-ui",
            Samples.TIME,
            Optional.<Cause>empty(),
            Samples.TRACE));
  }

  private ExportReport export(Path into) throws Exception {
    return exporting(source).run(campaign, into, false);
  }

  private static CampaignExport exporting(TestLog log) {
    return new CampaignExport(log.client(), log.store(), "test", ArchiveProgress.NONE);
  }

  private ImportReport importFile(TestLog log, Optional<String> root) throws Exception {
    try (CheckedArchive archive = CheckedArchive.open(file, root, ArchiveProgress.NONE)) {
      return new CampaignImport(log.client(), log.store(), ArchiveProgress.NONE).run(archive);
    }
  }

  private void interrupt(TestLog log) throws Exception {
    ArchiveProgress killed =
        (stage, done, total) -> {
          if (stage.equals("telling events") && done > total / 3) {
            throw new Killed();
          }
        };
    try (CheckedArchive archive =
        CheckedArchive.open(file, Optional.empty(), ArchiveProgress.NONE)) {
      CampaignImport importing = new CampaignImport(log.client(), log.store(), killed);
      assertThatThrownBy(() -> importing.run(archive)).isInstanceOf(Killed.class);
    }
  }

  private static final class Killed extends RuntimeException {}

  private static List<String> hashes(List<Decoded.Received> events) {
    return events.stream().map(Decoded.Received::hash).toList();
  }
}
