package io.espalier.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.espalier.events.Event;
import io.espalier.samples.ContractFiles;
import io.espalier.samples.Golden;
import io.espalier.samples.Samples;
import io.espalier.samples.SchemaOf;
import io.espalier.samples.Variants;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code mvn -pl event-contracts test -Despalier.update=true} writes the schemas anew. */
class EventSchemasTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  static Stream<Class<? extends Event>> variants() {
    return Variants.all().stream();
  }

  static Stream<Path> goldenFiles() {
    return Golden.files().stream();
  }

  @BeforeAll
  static void writeThemAnewIfAsked() throws IOException {
    ContractFiles.updateIfAsked();
  }

  @ParameterizedTest
  @MethodSource("variants")
  void theCheckedInSchemaIsTheOneOfTheRecord(Class<? extends Event> variant) throws IOException {
    Path file = SchemaOf.file(EventTypes.wireName(variant));
    assertThat(file).exists();
    assertThat(MAPPER.readTree(file.toFile())).isEqualTo(SchemaOf.generate(variant));
  }

  @Test
  void noSchemaIsLeftWithoutAVariant() throws IOException {
    try (Stream<Path> files = Files.list(SchemaOf.FOLDER)) {
      Set<String> names =
          variants().map(v -> EventTypes.wireName(v) + ".json").collect(Collectors.toSet());
      assertThat(files.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(names);
    }
  }

  @ParameterizedTest
  @MethodSource("goldenFiles")
  void everyGoldenPayloadFitsItsSchema(Path file) throws IOException {
    Golden golden = Golden.read(file);
    assertThat(problems(golden.headers().get("ce_type"), MAPPER.readTree(golden.payload())))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("goldenFiles")
  void aPayloadThatLacksAFieldOrHasAnotherTypeDoesNotFit(Path file) throws IOException {
    Golden golden = Golden.read(file);
    String type = golden.headers().get("ce_type");
    ObjectNode payload = (ObjectNode) MAPPER.readTree(golden.payload());
    String required = MAPPER.readTree(SchemaOf.file(type).toFile()).at("/required/0").asText();
    assertThat(problems(type, payload.deepCopy().without(required))).isNotEmpty();
    assertThat(problems(type, payload.deepCopy().put(required, true))).isNotEmpty();
  }

  @Test
  void aHashThatIsNoHashDoesNotFit() throws IOException {
    JsonNode payload = MAPPER.valueToTree(MAPPER.readTree(payloadOf(Samples.pruned())));
    ((ObjectNode) payload.get("mask")).put("sha256", "abc");
    assertThat(problems("pruned.v1", payload)).isNotEmpty();
  }

  private static String payloadOf(Event event) {
    return EventCodec.encode(Samples.envelope(event)).payload();
  }

  private static Set<ValidationMessage> problems(String wireName, JsonNode payload)
      throws IOException {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(MAPPER.readTree(SchemaOf.file(wireName).toFile()))
        .validate(payload);
  }
}
