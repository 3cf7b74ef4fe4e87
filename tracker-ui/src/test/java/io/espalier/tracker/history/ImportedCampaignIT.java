package io.espalier.tracker.history;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.espalier.artifacts.store.DirectoryArtifactStore;
import io.espalier.audit.archive.ArchiveProgress;
import io.espalier.audit.archive.TestLog;
import io.espalier.audit.archive.exporting.CampaignExport;
import io.espalier.audit.archive.importing.CampaignImport;
import io.espalier.audit.archive.importing.CheckedArchive;
import io.espalier.envelope.Decoded;
import io.espalier.tracker.Log;
import io.espalier.tracker.Stack;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happened elsewhere, brought in by an archive, gives the rows that it gave there. */
@QuarkusTest
@QuarkusTestResource(Stack.class)
class ImportedCampaignIT {
  private static final String CAMPAIGN = "small-afar1";
  private static final List<String> READ_MODELS =
      List.of("campaign", "trial", "training", "epoch", "pruning_step", "score");

  @Inject EntityManager entities;
  @Inject Rebuild rebuild;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String broker;

  @Test
  void theReadModelsAreTheSameAndNoWorkerComesAlong(@TempDir Path directory) throws Exception {
    Path file = directory.resolve("small.zip");
    List<Decoded.Received> happened = happenElsewhere(directory, file);

    String root = importHere(directory, file);

    Log.until("all events", () -> count("event") == happened.size());
    Map<String, List<String>> imported = rows();
    assertThat(imported.values()).noneMatch(List::isEmpty);
    assertThat(imported).isEqualTo(foldedAsIfHere(happened));
    assertThat(count("worker") + count("slot")).isZero();
    assertThat(given().get("/api/campaigns/" + CAMPAIGN).jsonPath().getString("archive"))
        .isEqualTo(root);

    rebuild.run();

    assertThat(rows()).isEqualTo(imported);
    assertThat(count("worker") + count("slot")).isZero();
  }

  private static List<Decoded.Received> happenElsewhere(Path directory, Path file)
      throws Exception {
    try (TestLog elsewhere = new TestLog(directory).withTopics()) {
      elsewhere.tell(CAMPAIGN);
      new CampaignExport(elsewhere.client(), elsewhere.store(), "test", ArchiveProgress.NONE)
          .run(CAMPAIGN, file, false);
      return elsewhere.events(CAMPAIGN);
    }
  }

  private String importHere(Path directory, Path file) throws Exception {
    DirectoryArtifactStore store = new DirectoryArtifactStore(directory.resolve("here"));
    try (CheckedArchive archive =
        CheckedArchive.open(file, Optional.empty(), ArchiveProgress.NONE)) {
      return new CampaignImport(Map.of("bootstrap.servers", broker), store, ArchiveProgress.NONE)
          .run(archive)
          .manifest()
          .root();
    }
  }

  /** The rows that the events give where they happened, by the same fold and database. */
  private Map<String, List<String>> foldedAsIfHere(List<Decoded.Received> happened) {
    QuarkusTransaction.begin();
    try {
      entities
          .createNativeQuery(
              "truncate campaign, trial, training, epoch, pruning_step, score, worker, slot")
          .executeUpdate();
      HistoryWriter.fold(happened);
      entities.flush();
      return selected();
    } finally {
      QuarkusTransaction.rollback();
    }
  }

  private Map<String, List<String>> rows() {
    return QuarkusTransaction.requiringNew().call(this::selected);
  }

  /** All columns but the one that says where a campaign comes from. */
  private Map<String, List<String>> selected() {
    Map<String, List<String>> rows = new TreeMap<>();
    for (String table : READ_MODELS) {
      List<?> found =
          entities
              .createNativeQuery(
                  "select cast(to_jsonb(t) - 'archive' as text) as row from "
                      + table
                      + " t where cast(t as text) like ?1 order by 1",
                  String.class)
              .setParameter(1, "%" + CAMPAIGN + "%")
              .getResultList();
      rows.put(table, found.stream().map(String.class::cast).toList());
    }
    return rows;
  }

  private long count(String table) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                ((Number)
                        entities
                            .createNativeQuery(
                                "select count(*) from "
                                    + table
                                    + " t where cast(t as text) like '%"
                                    + CAMPAIGN
                                    + "%' or cast(t as text) like '%"
                                    + TestLog.WORKER
                                    + "%'")
                            .getSingleResult())
                    .longValue());
  }
}
