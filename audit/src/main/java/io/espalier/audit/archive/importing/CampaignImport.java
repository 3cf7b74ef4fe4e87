package io.espalier.audit.archive.importing;

import io.espalier.artifacts.store.DirectoryArtifactStore;
import io.espalier.audit.archive.ArchiveProgress;
import io.espalier.audit.archive.ArchiveRefused;
import io.espalier.log.Topics;
import io.espalier.plan.ArtifactRef;
import io.espalier.plan.Require;
import java.io.IOException;
import java.io.InputStream;
import java.util.BitSet;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;

/**
 * Puts an archive's history into a log and a store: artifacts first, then events, causes before
 * effects, each marked with the archive's root hash. Repeating an import that was interrupted
 * completes it; repeating one that was not changes nothing.
 */
public final class CampaignImport {
  private final Map<String, Object> client;
  private final DirectoryArtifactStore store;
  private final ArchiveProgress progress;

  /**
   * @param client settings of a client; {@code bootstrap.servers} is needed
   */
  public CampaignImport(
      Map<String, Object> client, DirectoryArtifactStore store, ArchiveProgress progress) {
    this.client = Map.copyOf(client);
    this.store = Require.present("store", store);
    this.progress = Require.present("progress", progress);
  }

  /**
   * Imports an archive.
   *
   * @throws ArchiveRefused if the campaign is in the log and did not come from this archive;
   *     nothing was written
   * @throws IOException if a file cannot be read or written; repeating the import goes on
   */
  public ImportReport run(CheckedArchive archive) throws ArchiveRefused, IOException {
    try (Admin admin = Admin.create(client)) {
      Topics.ensure(admin);
    }
    BitSet lacking = Landed.read(client, archive.manifest().campaign()).lacking(archive);
    store(archive);
    tell(archive, lacking);
    return new ImportReport(archive.manifest(), lacking.cardinality());
  }

  private void store(CheckedArchive archive) throws IOException {
    int done = 0;
    for (ArtifactRef artifact : archive.artifacts()) {
      try (InputStream content = archive.open(artifact)) {
        store.put(artifact, content);
      }
      done++;
      progress.at("writing files", done, archive.artifacts().size());
    }
  }

  private void tell(CheckedArchive archive, BitSet lacking) throws IOException {
    int[] number = {0};
    try (Telling telling = new Telling(client, archive.manifest().root())) {
      archive.events(
          event -> {
            if (lacking.get(number[0])) {
              telling.tell(event);
            }
            number[0]++;
            progress.at("telling events", number[0], archive.manifest().events());
          });
      telling.settle();
    }
  }
}
