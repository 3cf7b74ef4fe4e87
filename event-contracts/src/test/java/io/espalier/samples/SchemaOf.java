package io.espalier.samples;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfig;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import io.espalier.envelope.EventTypes;
import io.espalier.events.Event;
import io.espalier.plan.Dag;
import io.espalier.plan.PruningMethod;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The JSON Schema of a variant, derived from its record: types, required fields and enumerations.
 * Bounds that need arithmetic stay in the records' constructors.
 */
public final class SchemaOf {
  /** Where the checked-in schemas live, one file per wire name. */
  public static final Path FOLDER = Path.of("src/main/resources/schemas");

  private static final SchemaGenerator GENERATOR = generator();

  private SchemaOf() {}

  /** Generates the schema; additional properties stay allowed, for old readers of new events. */
  public static JsonNode generate(Class<? extends Event> variant) {
    ObjectNode schema = GENERATOR.generateSchema(variant);
    schema.put("title", EventTypes.wireName(variant));
    return schema;
  }

  /** The checked-in file. */
  public static Path file(String wireName) {
    return FOLDER.resolve(wireName + ".json");
  }

  private static SchemaGenerator generator() {
    SchemaGeneratorConfigBuilder config =
        new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
            .with(Option.FLATTENED_OPTIONALS, Option.DEFINITIONS_FOR_ALL_OBJECTS)
            .with(new JacksonModule(JacksonOption.FLATTENED_ENUMS_FROM_JSONVALUE));
    config
        .forFields()
        .withRequiredCheck(field -> !isOptional(field) && !hasDefault(field))
        .withStringPatternResolver(
            field -> field.getDeclaredName().equals("sha256") ? "^[0-9a-f]{64}$" : null);
    config
        .forTypesInGeneral()
        .withCustomDefinitionProvider(
            (type, context) ->
                type.isInstanceOf(Dag.Edge.class)
                    ? new CustomDefinition(pairOfNodes(context.getGeneratorConfig()))
                    : type.isInstanceOf(PruningMethod.class)
                        ? new CustomDefinition(
                            context.getGeneratorConfig().createObjectNode().put("type", "string"))
                        : null);
    return new SchemaGenerator(config.build());
  }

  private static ObjectNode pairOfNodes(SchemaGeneratorConfig config) {
    ObjectNode pair = config.createObjectNode().put("type", "array");
    pair.putObject("items").put("type", "integer");
    return pair.put("minItems", 2).put("maxItems", 2);
  }

  /** Fields that older events lack. */
  private static boolean hasDefault(FieldScope field) {
    JsonProperty property = field.getAnnotation(JsonProperty.class);
    return property != null && !property.defaultValue().isEmpty();
  }

  private static boolean isOptional(FieldScope field) {
    return field.getDeclaredType().isInstanceOf(Optional.class);
  }
}
