package io.espalier.samples;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.espalier.envelope.EventCodec;
import io.espalier.envelope.EventTypes;
import io.espalier.envelope.WireRecord;
import io.espalier.events.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes the checked-in schemas and adds golden files, if asked to: {@code mvn -pl event-contracts
 * -am test -Despalier.update=true}. A golden file that is there is never touched.
 */
public final class ContractFiles {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private ContractFiles() {}

  /** Does nothing unless the system property {@code espalier.update} is true. */
  public static void updateIfAsked() throws IOException {
    if (!Boolean.getBoolean("espalier.update")) {
      return;
    }
    Files.createDirectories(SchemaOf.FOLDER);
    for (Class<? extends Event> variant : Variants.all()) {
      Files.writeString(
          SchemaOf.file(EventTypes.wireName(variant)),
          MAPPER.writeValueAsString(SchemaOf.generate(variant)) + "\n");
    }
    for (Event event : Samples.events()) {
      addGolden(EventCodec.encode(Samples.envelope(event)));
    }
  }

  private static void addGolden(WireRecord wire) throws IOException {
    Path folder = Golden.FOLDER.resolve(wire.headers().get("ce_type"));
    int number = 1;
    Path file = folder.resolve("1.json");
    while (Files.exists(file)) {
      if (Golden.read(file).hash().equals(wire.hash())) {
        return;
      }
      number++;
      file = folder.resolve(number + ".json");
    }
    Golden.of(wire).write(file);
  }
}
