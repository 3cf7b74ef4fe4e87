package io.espalier.audit.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.espalier.artifacts.store.DirectoryArtifactStore;
import io.espalier.envelope.WireRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A schedule that ends after its first round, and a structure that is then trained anew. */
class EarlyEndTest {
  private static final String TRIAL = SmallCampaign.ID + ".1/1/";

  @TempDir private Path directory;
  private DirectoryArtifactStore store;
  private List<WireRecord> records;

  @BeforeEach
  void tell() {
    store = new DirectoryArtifactStore(directory);
    records = new ArrayList<>(SmallCampaign.endedEarly(store));
  }

  @Test
  void nobodyPredictsAStructureThatWasThereBeforeItWasPlannedAndRoundsThatNeverWereAreNoRows()
      throws UnknownCampaign {
    AuditReport report = verify();

    assertThat(report.problems()).isEmpty();
    assertThat(records)
        .noneMatch(r -> r.headers().get("ce_id").equals(TRIAL + "scratch/1/predicted"))
        .anyMatch(r -> r.headers().get("ce_id").equals(TRIAL + "scratch/1/observed"))
        .anyMatch(r -> r.headers().get("ce_id").equals(TRIAL + "blinded/2/predicted"));
    assertThat(report.steps())
        .extracting(row -> row.trial() + " " + row.at() + " " + row.state())
        .startsWith(
            "small-aaaaa.1 dense/0 trained",
            "small-aaaaa.1 blinded/1 trained",
            "small-aaaaa.1 scratch/1 trained")
        .hasSize(6);
  }

  @Test
  void aStructureThatWasRemovedIsMissedOnceThePrunerWentOn() throws UnknownCampaign {
    records.removeIf(r -> r.headers().get("ce_id").startsWith(TRIAL + "scratch/1/"));

    assertThat(verify().problems())
        .singleElement()
        .extracting(Problem::what)
        .asString()
        .contains("blinded/1/trained: the pruning step scratch/1 is not in the log");
  }

  private AuditReport verify() throws UnknownCampaign {
    return new Verification(store, (checked, total) -> {})
        .of(SmallCampaign.ID, (each, flaws) -> SmallCampaign.log(records).forEach(each))
        .report();
  }
}
