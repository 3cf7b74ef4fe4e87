package io.espalier.rules.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.espalier.envelope.EventTypes;
import io.espalier.events.Topic;
import io.espalier.rules.Repository;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code docs/asyncapi.yaml} tells the same as the sealed interfaces. */
class AsyncApiTest {
  private static final Path FILE = Repository.ROOT.resolve("docs/asyncapi.yaml");
  private static JsonNode document;

  @BeforeAll
  static void read() throws IOException {
    document = new ObjectMapper(new YAMLFactory()).readTree(FILE.toFile());
  }

  @Test
  void itsChannelsAreTheTopicsAndTheirDeadLetterTopics() {
    assertThat(document.path("asyncapi").asText()).startsWith("3.0");
    assertThat(channels().keySet())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Topic.values())
                .flatMap(t -> Stream.of(t.topicName(), t.deadLetterName()))
                .toList());
  }

  @ParameterizedTest
  @EnumSource(Topic.class)
  void aChannelHasTheVariantsOfItsTopic(Topic topic) {
    assertThat(names(channels().get(topic.topicName()).path("messages")))
        .containsExactlyInAnyOrderElementsOf(EventTypes.on(topic).keySet());
    assertThat(names(channels().get(topic.deadLetterName()).path("messages")))
        .containsExactly("dead-letter");
  }

  @ParameterizedTest
  @EnumSource(Topic.class)
  void aMessagePointsToTheSchemaOfItsWireName(Topic topic) {
    for (String wireName : EventTypes.on(topic).keySet()) {
      JsonNode message = document.at("/components/messages/" + wireName);
      assertThat(message.path("name").asText()).isEqualTo(wireName);
      assertThat(message.at("/payload/$ref").asText()).endsWith("/schemas/" + wireName + ".json");
    }
  }

  @ParameterizedTest
  @EnumSource(Topic.class)
  void aTopicHasOneWriterAndIsReadByTheTracker(Topic topic) {
    assertThat(titles("send", topic)).hasSize(1);
    assertThat(titles("receive", topic)).contains("tracker-ui reads " + topic.topicName());
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    List<String> broken = new ArrayList<>();
    for (JsonNode reference : document.findValues("$ref")) {
      String target = reference.asText();
      boolean there =
          target.startsWith("#/")
              ? !document.at(target.substring(1)).isMissingNode()
              : FILE.resolveSibling(target).normalize().toFile().isFile();
      if (!there) {
        broken.add(target);
      }
    }
    assertThat(broken).isEmpty();
    assertThat(document.findValues("$ref")).hasSizeGreaterThan(60);
  }

  private static List<String> titles(String action, Topic topic) {
    return document.path("operations").properties().stream()
        .map(Map.Entry::getValue)
        .filter(o -> o.path("action").asText().equals(action))
        .filter(
            o ->
                document
                    .at(o.at("/channel/$ref").asText().substring(1))
                    .path("address")
                    .asText()
                    .equals(topic.topicName()))
        .map(o -> o.path("title").asText())
        .toList();
  }

  private static SortedMap<String, JsonNode> channels() {
    SortedMap<String, JsonNode> channels = new TreeMap<>();
    document
        .path("channels")
        .properties()
        .forEach(c -> channels.put(c.getValue().path("address").asText(), c.getValue()));
    return channels;
  }

  private static List<String> names(JsonNode object) {
    return object.properties().stream().map(Map.Entry::getKey).toList();
  }
}
