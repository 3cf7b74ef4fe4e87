package io.espalier.campaign;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.Optional;

/**
 * Parses the text of a campaign file into a tree.
 *
 * <p>JSON is tried first where the text looks like it, since YAML parsers refuse some JSON (tabs,
 * escaped slashes). YAML anchors and aliases are refused: nothing here needs them, and a few lines
 * of them can stand for gigabytes.
 */
final class CampaignText {
  private static final ObjectMapper JSON = strict(new ObjectMapper());
  private static final ObjectMapper YAML = strict(new ObjectMapper(new YAMLFactory()));
  private static final int LONGEST = 1_000_000;

  private CampaignText() {}

  /** A tree, or what is wrong with the text. */
  record Parsed(JsonNode tree, Optional<Problem> problem) {}

  static Parsed parse(String text) {
    if (text.length() > LONGEST) {
      return refused("(file)", text.length() + " characters", "at most " + LONGEST);
    }
    Optional<JsonNode> json = json(text);
    if (json.isPresent()) {
      return new Parsed(json.get(), Optional.empty());
    }
    try {
      Optional<Problem> alias = alias(text);
      return alias.isPresent()
          ? new Parsed(MissingNode.getInstance(), alias)
          : new Parsed(YAML.readTree(text), Optional.empty());
    } catch (JsonProcessingException e) {
      String where =
          e.getLocation() == null
              ? "(file)"
              : line(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
      String what = e.getOriginalMessage().lines().findFirst().orElse("unreadable");
      return refused(where, what, "valid YAML or JSON");
    } catch (IOException | IllegalArgumentException e) {
      return refused("(file)", String.valueOf(e.getMessage()), "valid YAML or JSON");
    }
  }

  private static Optional<JsonNode> json(String text) {
    if (!text.stripLeading().startsWith("{")) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readTree(text));
    } catch (JsonProcessingException notJson) {
      // It may still be YAML in flow style; if not, the YAML parser says what is wrong.
      return Optional.empty();
    }
  }

  private static Optional<Problem> alias(String text) throws IOException {
    try (YAMLParser parser = (YAMLParser) YAML.getFactory().createParser(text)) {
      while (parser.nextToken() != null) {
        if (parser.isCurrentAlias() || parser.getObjectId() != null) {
          return Optional.of(
              new Problem(
                  line(parser.currentLocation().getLineNr(), 1),
                  "an anchor or alias",
                  "values written out"));
        }
      }
      return Optional.empty();
    }
  }

  private static Parsed refused(String where, String what, String allowed) {
    return new Parsed(MissingNode.getInstance(), Optional.of(new Problem(where, what, allowed)));
  }

  private static String line(int line, int column) {
    return "line " + line + ", column " + column;
  }

  private static ObjectMapper strict(ObjectMapper mapper) {
    return mapper
        .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  }
}
