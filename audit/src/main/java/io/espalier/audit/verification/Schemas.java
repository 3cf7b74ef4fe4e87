package io.espalier.audit.verification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.espalier.envelope.Json;
import io.espalier.envelope.WireRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The JSON Schemas of the events, each read once. */
final class Schemas {
  private static final int MOST = 3;

  private final JsonSchemaFactory factory =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
  private final Map<String, JsonSchema> schemas = new HashMap<>();

  /** In what a record's payload departs from the schema of its {@code ce_type}; the first few. */
  List<String> misfits(WireRecord wire) {
    JsonSchema schema = schemas.computeIfAbsent(wire.headers().get("ce_type"), this::load);
    try {
      return schema.validate(Json.mapper().readTree(wire.payload())).stream()
          .limit(MOST)
          .map(ValidationMessage::getMessage)
          .toList();
    } catch (JsonProcessingException e) {
      return List.of("no JSON: " + e.getOriginalMessage());
    }
  }

  private JsonSchema load(String type) {
    String resource = "/schemas/" + type + ".json";
    try (InputStream schema = WireRecord.class.getResourceAsStream(resource)) {
      if (schema == null) {
        throw new IllegalStateException("event-contracts has no " + resource);
      }
      return factory.getSchema(Json.mapper().readTree(schema));
    } catch (IOException e) {
      throw new UncheckedIOException(resource + " cannot be read", e);
    }
  }
}
