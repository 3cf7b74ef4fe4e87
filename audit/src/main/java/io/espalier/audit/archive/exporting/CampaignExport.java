package io.espalier.audit.archive.exporting;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.espalier.artifacts.store.DirectoryArtifactStore;
import io.espalier.audit.archive.ArchiveProgress;
import io.espalier.audit.archive.ArchiveRefused;
import io.espalier.audit.archive.format.ArchiveEntry;
import io.espalier.audit.archive.format.Manifest;
import io.espalier.audit.history.CampaignHistory;
import io.espalier.audit.verification.UnknownCampaign;
import io.espalier.audit.verification.Verification;
import io.espalier.plan.ArtifactRef;
import io.espalier.plan.Require;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes what a log and a store have of a campaign, up to now, into a new archive. The same history
 * gives the same bytes. The file appears when it is complete, or not at all.
 */
public final class CampaignExport {
  private final Map<String, Object> client;
  private final DirectoryArtifactStore store;
  private final String software;
  private final ArchiveProgress progress;

  /**
   * @param client settings of a client; {@code bootstrap.servers} is needed
   * @param software version of Espalier
   */
  public CampaignExport(
      Map<String, Object> client,
      DirectoryArtifactStore store,
      String software,
      ArchiveProgress progress) {
    this.client = Map.copyOf(client);
    this.store = Require.present("store", store);
    this.software = Require.text("software", software);
    this.progress = Require.present("progress", progress);
  }

  /**
   * Exports a campaign. What cannot be read is left out and told, and so is what an audit finds.
   *
   * @param replace whether {@code file} may exist and is then replaced
   * @throws ArchiveRefused if the log has no such campaign, or it is larger than an archive can be
   * @throws FileAlreadyExistsException unless it may be replaced
   */
  public ExportReport run(String campaign, Path file, boolean replace)
      throws ArchiveRefused, IOException {
    refuseExisting(file, replace);
    try (ExportedEvents events = new ExportedEvents()) {
      List<String> flaws = new ArrayList<>();
      new CampaignHistory(campaign)
          .readRecords(
              client,
              record -> {
                events.take(record);
                progress.at("reading events", events.size(), 0);
              },
              flaw -> flaws.add(flaw.at() + ": " + flaw.what()));
      String name =
          events
              .name()
              .orElseThrow(() -> new ArchiveRefused(List.of("there is no campaign " + campaign)));
      flaws.addAll(events.flaws());
      Path partial = file.resolveSibling(file.getFileName() + "." + pid() + ".partial");
      partial.toFile().deleteOnExit();
      try {
        Manifest manifest = write(campaign, name, events, partial, flaws);
        if (flaws.isEmpty()) {
          verify(campaign, flaws);
        }
        refuseExisting(file, replace);
        Files.move(
            partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return new ExportReport(manifest, events.goesOn(), flaws);
      } finally {
        Files.deleteIfExists(partial);
      }
    }
  }

  private Manifest write(
      String campaign, String name, ExportedEvents events, Path partial, List<String> flaws)
      throws ArchiveRefused, IOException {
    List<ArchiveEntry> entries = new ArrayList<>();
    Manifest manifest;
    try (ArchiveWriter archive = new ArchiveWriter(partial)) {
      ArchiveEntry lines = archive.events(events::writeTo);
      int done = 0;
      for (ArtifactRef artifact : events.artifacts()) {
        Optional<ArchiveEntry> entry = archive.artifact(artifact, store.file(artifact));
        entry.ifPresentOrElse(
            entries::add,
            () -> flaws.add("artifact " + store.file(artifact) + " is absent or altered"));
        done++;
        progress.at("writing files", done, events.artifacts().size());
      }
      entries.add(lines);
      entries.sort(Comparator.comparing(ArchiveEntry::path));
      manifest = Manifest.of(campaign, name, software, events.size(), entries);
      requireImportable(manifest);
      archive.manifest(manifest);
    }
    try (FileChannel written = FileChannel.open(partial, StandardOpenOption.WRITE)) {
      written.force(true);
    }
    return manifest;
  }

  private static void requireImportable(Manifest manifest) throws ArchiveRefused {
    List<String> excesses = new ArrayList<>(manifest.excesses());
    if (manifest.text().getBytes(UTF_8).length > Manifest.MOST_BYTES) {
      excesses.add(
          "its list of "
              + manifest.entries().size()
              + " files is larger than "
              + Manifest.MOST_BYTES
              + " bytes");
    }
    if (!excesses.isEmpty()) {
      throw new ArchiveRefused(excesses);
    }
  }

  private void verify(String campaign, List<String> flaws) {
    try {
      new Verification(store, (done, all) -> progress.at("verifying steps", done, all))
          .of(campaign, client)
          .report()
          .problems()
          .forEach(problem -> flaws.add(problem.at() + ": " + problem.what()));
    } catch (UnknownCampaign e) {
      flaws.add(e.getMessage());
    }
  }

  private static void refuseExisting(Path file, boolean replace) throws IOException {
    if (!replace && Files.exists(file)) {
      throw new FileAlreadyExistsException(file.toString());
    }
  }

  private static long pid() {
    return ProcessHandle.current().pid();
  }
}
