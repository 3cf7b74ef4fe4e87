package io.espalier.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.espalier.campaign.DatasetShape;
import io.espalier.campaign.SampleShape;
import io.espalier.datasets.CsvDataset.HeldOut;
import io.espalier.datasets.strings.CsvColumns;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegisteredDatasetTest {
  private static final CsvColumns COLUMNS = new CsvColumns("string", "label", 2);

  @TempDir Path dir;
  private Path train;
  private Path test;
  private Path datasets;
  private DatasetCatalogue catalogue;

  @BeforeEach
  void files() throws IOException {
    train = write("train.csv", 'a', 40);
    test = write("test.csv", 'b', 8);
    datasets = dir.resolve("data");
    catalogue = new DatasetCatalogue(datasets);
  }

  @Test
  void whatWasAddedIsKnownToEveryCatalogueOfTheDirectory() throws DatasetRefused {
    catalogue.add(csv("mine"), false);

    DatasetCatalogue other = new DatasetCatalogue(datasets);
    assertThat(other.shapes())
        .containsEntry("mine", new DatasetShape("mine", new SampleShape.Sequence(128, 40), 2));
    Dataset mine = other.load("mine");
    assertThat(mine.training().size()).isEqualTo(36);
    assertThat(mine.validation().size()).isEqualTo(4);
    assertThat(mine.test().size()).isEqualTo(8);
    assertThat(other.load("mine")).isSameAs(mine);
    Set<String> strings = strings(mine.training());
    strings.addAll(strings(mine.validation()));
    assertThat(strings).hasSize(40).allMatch(s -> s.startsWith("a"));
    assertThat(strings(mine.test())).hasSize(8).allMatch(s -> s.startsWith("b"));
  }

  @Test
  void aShareOfTheTrainingFileIsHeldOutByTheSeed() throws DatasetRefused {
    catalogue.add(new CsvDataset("one", train, new HeldOut.Share(0.25, 1), COLUMNS), false);
    catalogue.add(new CsvDataset("again", train, new HeldOut.Share(0.25, 1), COLUMNS), false);
    catalogue.add(new CsvDataset("two", train, new HeldOut.Share(0.25, 2), COLUMNS), false);

    Set<String> held = strings(catalogue.load("one").test());
    assertThat(held)
        .hasSize(10)
        .doesNotContainAnyElementsOf(strings(catalogue.load("one").training()));
    assertThat(strings(catalogue.load("again").test())).isEqualTo(held);
    assertThat(strings(catalogue.load("two").test())).isNotEqualTo(held);
  }

  @Test
  void aTakenNameIsRefusedUnlessTheContentIsTheSameOrMayBeReplaced() throws Exception {
    catalogue.add(csv("mine"), false);
    Dataset before = catalogue.load("mine");
    catalogue.add(csv("mine"), false);
    assertThat(catalogue.load("mine")).isSameAs(before);
    write("test.csv", 'c', 9);

    assertThatThrownBy(() -> catalogue.add(csv("mine"), false))
        .isInstanceOf(DatasetRefused.class)
        .hasMessageContaining("mine is registered with other content", "--replace");
    assertThat(catalogue.load("mine")).isSameAs(before);

    catalogue.add(csv("mine"), true);
    assertThat(catalogue.load("mine").test().size()).isEqualTo(9);
    assertThat(registered()).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mnist", "Mine", "../x", "a b", "-a", ".json"})
  void aNameThatCannotBeIsRefusedAndNothingIsWritten(String name) {
    assertThatThrownBy(() -> catalogue.add(csv(name), true)).isInstanceOf(DatasetRefused.class);
    assertThat(datasets).doesNotExist();
  }

  @Test
  void theProblemsOfBothFilesAreToldAndNothingIsWritten() throws IOException {
    Files.writeString(train, "string,label\nx,7\n");
    Files.writeString(test, "text,label\nx,1\n");

    assertThatThrownBy(() -> catalogue.add(csv("mine"), false))
        .isInstanceOfSatisfying(
            DatasetRefused.class,
            e ->
                assertThat(e.lines())
                    .containsExactly(
                        train + ", line 2: label is '7', allowed: 0 to 1",
                        test + ", line 1: has no column string, its columns are: text, label"));
    assertThat(datasets).doesNotExist();
  }

  @Test
  void tooFewStringsAndAbsentFilesAreRefused() throws IOException {
    write("train.csv", 'a', 9);
    assertThatThrownBy(() -> catalogue.add(csv("mine"), false))
        .hasMessage(train + ": leaves 9 strings to train on, allowed: at least 10");

    Files.delete(test);
    assertThatThrownBy(() -> catalogue.add(csv("mine"), false))
        .hasMessageContaining(test + ": there is no such file");
  }

  @Test
  void anAlteredFileIsNamedWithWhatHelps() throws Exception {
    catalogue.add(csv("mine"), false);
    Path file = dataFile();
    Files.writeString(file, Files.readString(file).replace("b", "c"));

    assertThatThrownBy(() -> catalogue.load("mine"))
        .isInstanceOf(DatasetUnavailable.class)
        .hasMessageContaining(file + " was altered: it has SHA-256", "--replace");
    catalogue.add(csv("mine"), true);
    assertThat(catalogue.load("mine").test().size()).isEqualTo(8);
  }

  @Test
  void anUnreadableManifestHidesOneDatasetOnly() throws Exception {
    catalogue.add(csv("mine"), false);
    catalogue.add(csv("other"), false);
    Files.writeString(datasets.resolve("registered/mine.json"), "{\"name\":\"mine\"}");

    assertThat(catalogue.shapes()).containsKey("other").doesNotContainKey("mine");
    assertThat(catalogue.unreadable()).containsOnlyKeys("mine");
    assertThatThrownBy(() -> catalogue.load("mine"))
        .isInstanceOf(DatasetUnavailable.class)
        .hasMessageContaining("mine.json is not a readable manifest");
    assertThat(catalogue.load("other").test().size()).isEqualTo(8);
    assertThat(catalogue.remove("mine")).isTrue();
    assertThat(catalogue.unreadable()).isEqualTo(Map.of());
  }

  @Test
  void filesThatAnotherDatasetHasSurviveARemoval() throws Exception {
    catalogue.add(csv("mine"), false);
    catalogue.add(csv("other"), false);

    assertThat(catalogue.remove("mine")).isTrue();
    assertThat(catalogue.remove("mine")).isFalse();

    assertThat(new DatasetCatalogue(datasets).load("other").test().size()).isEqualTo(8);
    catalogue.remove("other");
    assertThat(registered()).containsExactly(".lock");
  }

  private CsvDataset csv(String name) {
    return new CsvDataset(name, train, new HeldOut.File(test), COLUMNS);
  }

  private Path write(String name, char letter, int count) throws IOException {
    StringBuilder text = new StringBuilder("string,label\n");
    for (int i = 1; i <= count; i++) {
      text.append(String.valueOf(letter).repeat(i)).append(',').append(i % 2).append('\n');
    }
    return Files.writeString(dir.resolve(name), text);
  }

  private Path dataFile() throws IOException {
    for (String name : registered()) {
      Path file = datasets.resolve("registered").resolve(name);
      if (name.endsWith(".csv") && Files.readString(file).contains("bb")) {
        return file;
      }
    }
    throw new AssertionError("no file of test strings in " + registered());
  }

  private Set<String> registered() {
    return new TreeSet<>(Set.of(datasets.resolve("registered").toFile().list()));
  }

  private static Set<String> strings(Samples samples) {
    SequenceSamples sequences = (SequenceSamples) samples;
    Set<String> strings = new TreeSet<>();
    for (int i = 0; i < sequences.size(); i++) {
      byte[] tokens = new byte[sequences.length(i)];
      sequences.copyInto(i, tokens, 0);
      strings.add(new String(tokens, StandardCharsets.US_ASCII));
    }
    return strings;
  }
}
