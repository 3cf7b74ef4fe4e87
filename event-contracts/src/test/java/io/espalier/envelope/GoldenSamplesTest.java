package io.espalier.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.espalier.events.Event;
import io.espalier.samples.ContractFiles;
import io.espalier.samples.Golden;
import io.espalier.samples.Samples;
import io.espalier.samples.Variants;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Golden files are records as they were once written; they are added, never changed or removed.
 * {@code mvn -pl event-contracts test -Despalier.update=true} adds what {@link Samples} has more.
 */
class GoldenSamplesTest {
  static Stream<Path> files() {
    return Golden.files().stream();
  }

  static Stream<Class<? extends Event>> variants() {
    return Variants.all().stream();
  }

  @BeforeAll
  static void addWhatIsNew() throws IOException {
    ContractFiles.updateIfAsked();
  }

  @ParameterizedTest
  @MethodSource("variants")
  void everyVariantHasAWireNameAndAGoldenFile(Class<? extends Event> variant) {
    String wireName = EventTypes.wireName(variant);
    assertThat(wireName).matches("[a-z]+(-[a-z]+)*\\.v[1-9][0-9]*");
    assertThat(Golden.FOLDER.resolve(wireName).resolve("1.json")).exists();
  }

  @Test
  void wireNamesAreUniqueOverAllTopics() {
    assertThat(variants().map(EventTypes::wireName)).doesNotHaveDuplicates().hasSizeGreaterThan(20);
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyGoldenFileIsReadWithTodaysCode(Path file) {
    Golden golden = Golden.read(file);
    assertThat(golden.decode()).isInstanceOf(Decoded.Received.class);
    Decoded.Received received = (Decoded.Received) golden.decode();
    assertThat(received.hash()).isEqualTo(golden.hash());
    assertThat(file.getParent().getFileName().toString())
        .isEqualTo(golden.headers().get("ce_type"));
  }

  @ParameterizedTest
  @MethodSource("files")
  void nothingThatAGoldenFileTellsIsLost(Path file) throws IOException {
    Golden golden = Golden.read(file);
    WireRecord again = EventCodec.encode(((Decoded.Received) golden.decode()).envelope());
    assertThat(again.headers()).isEqualTo(golden.headers());
    JsonNode then = Json.mapper().readTree(golden.payload());
    assertKept(then, Json.mapper().readTree(again.payload()), "");
  }

  @Test
  void todaysSamplesAreAmongTheGoldenFiles() {
    assertThat(Samples.events().stream().map(e -> EventCodec.encode(Samples.envelope(e)).hash()))
        .isSubsetOf(Golden.files().stream().map(f -> Golden.read(f).hash()).toList());
  }

  private static void assertKept(JsonNode then, JsonNode now, String path) {
    if (then.isObject()) {
      then.properties()
          .forEach(
              field ->
                  assertKept(
                      field.getValue(), now.path(field.getKey()), path + "/" + field.getKey()));
    } else if (then.isArray()) {
      assertThat(now).as(path).hasSameSizeAs(then);
      for (int i = 0; i < then.size(); i++) {
        assertKept(then.get(i), now.get(i), path + "/" + i);
      }
    } else {
      assertThat(now).as(path).isEqualTo(then);
    }
  }
}
