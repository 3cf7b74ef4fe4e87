package io.espalier.audit.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.espalier.artifacts.store.DirectoryArtifactStore;
import io.espalier.audit.history.LogFlaw;
import io.espalier.envelope.Position;
import io.espalier.envelope.WireRecord;
import io.espalier.plan.ArtifactRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Histories that were tampered with, each with its culprit. */
class VerificationTest {
  private static final String TRIAL = SmallCampaign.ID + ".1/1/";

  @TempDir private Path directory;
  private DirectoryArtifactStore store;
  private List<WireRecord> records;

  @BeforeEach
  void tell() {
    store = new DirectoryArtifactStore(directory);
    records = new ArrayList<>(SmallCampaign.told(store));
  }

  @Test
  void anUntouchedCampaignHolds() throws UnknownCampaign {
    AuditReport report = verify();

    assertThat(report.problems()).isEmpty();
    assertThat(report.verdict()).isEqualTo("holds");
    assertThat(report.events()).isEqualTo(records.size());
    assertThat(report.files()).isEqualTo(10);
    assertThat(report.steps())
        .allMatch(StepRow::ok)
        .extracting(row -> row.trial() + " " + row.at() + " " + row.state())
        .startsWith(
            "small-aaaaa.1 dense/0 trained",
            "small-aaaaa.1 blinded/1 trained",
            "small-aaaaa.1 blinded/2 trained",
            "small-aaaaa.1 half/1 trained")
        .hasSize(8);
    assertThat(report.steps().get(2).kept()).contains(30L);
  }

  @Test
  void aChangedNumberIsFoundWhereItStands() throws UnknownCampaign {
    rewrite("blinded/1/trained", payload -> payload.replace("\"seconds\":1.5", "\"seconds\":1.4"));

    assertThat(verify().problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.at()).isEqualTo("trained[0]@1");
              assertThat(problem.what())
                  .startsWith(TRIAL + "blinded/1/trained: was altered")
                  .contains("names");
            });
  }

  @Test
  void aChangedNumberIsFoundThoughNothingFollowsFromItsEvent() throws UnknownCampaign {
    rewrite("blinded/2/schedule-finished", VerificationTest::better);
    assertOnly("blinded/2/schedule-finished: quality is");
    tell();
    rewrite("half/1/observed", p -> p.replaceFirst("\"residual\":[^,]*", "\"residual\":0.5"));
    assertOnly("half/1/observed: residual is 0.5");
    tell();
    rewrite("half/1/epoch-2", p -> p.replace("\"epochs\":2", "\"epochs\":true"));
    assertThat(verify().problems()).extracting(Problem::at).contains("epochs[0]@5");
  }

  @Test
  void aRemovedEventIsMissedByItsEffects() throws UnknownCampaign {
    remove("half/1/pruned");

    AuditReport report = verify();

    assertThat(report.problems())
        .extracting(Problem::what)
        .anyMatch(what -> what.contains("its cause " + TRIAL + "half/1/pruned is not in the log"))
        .allMatch(what -> what.contains("half/1"));
  }

  @Test
  void aRemovedEventIsMissedThoughNothingFollowsFromIt() throws UnknownCampaign {
    remove("dense/0/epoch-1");
    assertOnly("dense/0/trained: epoch 1 of 2 is not in the log");
    tell();
    remove("blinded/2/schedule-finished");
    assertOnly("blinded/2/trained: the end of its schedule is not in the log");
    tell();
    remove("half/1/observed");
    assertOnly("half/1/trained: what was observed of it is not in the log");
    tell();
    remove("half/1/predicted");
    assertOnly("half/1/observed: judges a prediction that is not in the log");
    tell();
    records.removeIf(r -> r.headers().get("ce_id").equals(SmallCampaign.ID + "/launched"));
    assertThat(verify().problems()).extracting(Problem::what).anyMatch(w -> w.contains("launched"));
  }

  @Test
  void aSwappedMaskIsFoundInItsEvent() throws UnknownCampaign, IOException {
    Path mask = fileOf("blinded/1/pruned", "mask");
    Files.copy(
        fileOf("blinded/2/pruned", "mask"),
        mask,
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);

    assertOnly("blinded/1/trained: mask " + name(mask) + ": artifact " + mask + " was altered");
  }

  @Test
  void aFlippedBitInACheckpointIsFoundInTheTrainingThatGaveIt()
      throws UnknownCampaign, IOException {
    Path checkpoint = fileOf("blinded/1/trained", "checkpoint");
    byte[] bytes = Files.readAllBytes(checkpoint);
    bytes[bytes.length - 1] ^= 1;
    Files.write(checkpoint, bytes);

    assertOnly("blinded/1/trained: checkpoint " + name(checkpoint));
    Files.delete(checkpoint);
    assertOnly("is absent");
  }

  @Test
  void anEventThatStandsBeforeWhatItFollowsFromIsFound() throws UnknownCampaign {
    int early = indexOf("dense/0/trained");
    int late = indexOf("blinded/1/trained");
    WireRecord moved = records.get(late);
    records.set(late, records.get(early));
    records.set(early, moved);

    assertThat(verify().problems())
        .extracting(Problem::what)
        .contains(
            TRIAL
                + "blinded/1/trained: stands before "
                + TRIAL
                + "dense/0/trained, which it follows from");
  }

  @Test
  void eventsOfOneProcessThatChangedPlacesAreFound() throws UnknownCampaign {
    int first = indexOf("blinded/1/predicted");
    WireRecord moved = records.get(first);
    records.set(first, records.get(first + 1));
    records.set(first + 1, moved);

    assertOnly("blinded/1/predicted: stands behind " + TRIAL + "half/1/predicted");
  }

  @Test
  void aClockThatWasSetBackIsNoProblem() throws UnknownCampaign {
    WireRecord later = records.get(indexOf("half/1/predicted"));
    TreeMap<String, String> set = new TreeMap<>(later.headers());
    set.put("ce_time", "2020-01-01T00:00:00Z");
    records.set(
        indexOf("half/1/predicted"),
        new WireRecord(later.topic(), later.key(), set, later.payload()));

    assertThat(verify().problems()).isEmpty();
  }

  @Test
  void aCauseOfTheWrongKindIsFoundThoughItsHashIsRight() throws UnknownCampaign {
    WireRecord dense = records.get(indexOf("dense/0/trained"));
    int step = indexOf("blinded/2/pruned");
    WireRecord pruned = records.get(step);
    TreeMap<String, String> headers = new TreeMap<>(pruned.headers());
    headers.put("ce_causationid", dense.headers().get("ce_id"));
    headers.put("ce_causationhash", dense.hash());
    records.set(step, new WireRecord(pruned.topic(), pruned.key(), headers, pruned.payload()));

    assertThat(verify().problems())
        .extracting(Problem::what)
        .anyMatch(
            what -> what.contains("dense/0/trained as cause, needed: the training that this step"));
  }

  @Test
  void aPlanThatIsNotTheLaunchedOneIsFoundInEveryEventThatHasIt() throws UnknownCampaign {
    rewrite("half/1/trained", payload -> payload.replace("\"seed\":1", "\"seed\":3"));

    assertThat(verify().problems())
        .extracting(Problem::what)
        .contains(TRIAL + "half/1/trained: its plan is not the launched one: [seed]");
  }

  @Test
  void countsThatTheMaskDoesNotHaveAreFound() throws UnknownCampaign {
    rewrite("half/1/pruned", payload -> payload.replace("\"kept\":48", "\"kept\":47"));

    assertThat(verify().problems())
        .extracting(Problem::what)
        .anyMatch(what -> what.contains("half/1/pruned: kept is 60, expected: 59"))
        .anyMatch(what -> what.contains("tells of layer0.weight: 47 of 96, mask"));
  }

  @Test
  void theSameEventToldAgainIsNoProblemAndAnotherOneUnderItsIdIs() throws UnknownCampaign {
    WireRecord epoch = records.get(indexOf("half/1/epoch-1"));
    records.add(with(epoch, epoch.payload().replace("\"worker\":\"w1\"", "\"worker\":\"w2\"")));
    AuditReport repeated = verify();
    assertThat(repeated.problems()).isEmpty();
    assertThat(repeated.notes()).singleElement().asString().contains("1 events were told again");

    records.add(
        with(epoch, epoch.payload().replace("\"trainingLoss\":0.5", "\"trainingLoss\":0.4")));
    assertOnly("which counts, with other [trainingLoss]");
  }

  @Test
  void aRecordThatCannotBeReadIsFoundAndMissed() throws UnknownCampaign {
    rewrite("half/1/epoch-2", p -> p.replace("\"worker\":\"w1\"", "\"worker\":17"));

    assertThat(verify().problems())
        .extracting(Problem::at)
        .containsExactly("epochs[0]@5", "trained[0]@2");
  }

  @Test
  void damageOfTheLogItselfIsToldAsItIs() throws UnknownCampaign {
    Verification.Source source =
        (each, flaws) -> {
          SmallCampaign.log(records).forEach(each);
          flaws.accept(new LogFlaw(new Position("trained", 3, 17), "the record is missing"));
        };

    assertThat(verification().of(SmallCampaign.ID, source).report().problems())
        .containsExactly(new Problem("trained[3]@17", "the record is missing"));
  }

  @Test
  void aCampaignThatIsStillUnderWayHoldsAsFarAsItGot() throws UnknownCampaign {
    records.subList(indexOf("half/1/epoch-2"), records.size()).clear();

    AuditReport report = verify();

    assertThat(report.problems()).isEmpty();
    assertThat(report.steps()).extracting(StepRow::state).contains("pruned");
  }

  @Test
  void anUnknownCampaignIsRefused() {
    assertThatThrownBy(() -> verification().of("other", (each, flaws) -> {}))
        .isInstanceOf(UnknownCampaign.class)
        .hasMessageContaining("other");
  }

  private AuditReport verify() throws UnknownCampaign {
    return verification()
        .of(SmallCampaign.ID, (each, flaws) -> SmallCampaign.log(records).forEach(each))
        .report();
  }

  private Verification verification() {
    return new Verification(
        store, (checked, total) -> assertThat(checked).isLessThanOrEqualTo(total));
  }

  private void assertOnly(String what) throws UnknownCampaign {
    assertThat(verify().problems())
        .singleElement()
        .extracting(Problem::what)
        .asString()
        .contains(what);
  }

  private void rewrite(String event, UnaryOperator<String> change) {
    int index = indexOf(event);
    WireRecord record = records.get(index);
    String payload = change.apply(record.payload());
    assertThat(payload).isNotEqualTo(record.payload());
    records.set(index, with(record, payload));
  }

  private static WireRecord with(WireRecord record, String payload) {
    return new WireRecord(record.topic(), record.key(), record.headers(), payload);
  }

  private static String better(String payload) {
    return payload.replaceFirst("\"testAccuracy\":[^,]*", "\"testAccuracy\":0.99");
  }

  private void remove(String event) {
    records.remove(indexOf(event));
  }

  private int indexOf(String event) {
    for (int i = 0; i < records.size(); i++) {
      if (records.get(i).headers().get("ce_id").equals(TRIAL + event)) {
        return i;
      }
    }
    throw new IllegalArgumentException(event);
  }

  private Path fileOf(String event, String field) {
    String payload = records.get(indexOf(event)).payload();
    Optional<String> sha =
        java.util.regex.Pattern.compile("\"" + field + "\":\\{\"sha256\":\"([0-9a-f]{64})\"")
            .matcher(payload)
            .results()
            .map(match -> match.group(1))
            .findFirst();
    return store.file(new ArtifactRef(sha.orElseThrow(), 1));
  }

  private static String name(Path file) {
    return file.getFileName().toString().replace(".safetensors", "");
  }
}
