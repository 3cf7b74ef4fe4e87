package io.espalier.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever stands in a file, reading it answers; the seeds are fixed. */
class CampaignFileFuzzTest {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Map<String, DatasetShape> DATASETS =
      Map.of("mnist", new DatasetShape("mnist", new SampleShape.Image(1, 28, 28), 10));
  private static final List<String> FIELDS =
      List.of(
          "name",
          "description",
          "dataset",
          "architectures",
          "hidden",
          "seeds",
          "training",
          "learningRate",
          "momentum",
          "batchSize",
          "epochs",
          "pruning",
          "methods",
          "rates",
          "retrainEpochs",
          "controls",
          "compressions",
          "layerRates",
          "iterative",
          "shareOfRemaining",
          "rounds",
          "until",
          "retraining",
          "atMost",
          "leastGain",
          "scopes",
          "start",
          "strange");

  @Test
  void randomTreesNeverThrow() {
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      JsonNode tree = tree(random, 0);
      assertThat(CampaignFile.read(tree, DATASETS)).as("%s", tree).isNotNull();
    }
  }

  @Test
  void theDemoWithRandomNodesReplacedNeverThrows() throws IOException {
    JsonNode demo = CampaignText.parse(demoText()).tree();
    Random random = new Random(2);
    int refused = 0;
    for (int i = 0; i < 20_000; i++) {
      JsonNode tree = replaced(demo, random);
      CampaignReading reading = CampaignFile.read(tree, DATASETS);
      refused += reading instanceof CampaignReading.Refused r && !r.problems().isEmpty() ? 1 : 0;
    }
    assertThat(refused).isBetween(5_000, 19_999);
  }

  @Test
  void theDemoWithRandomCharactersChangedNeverThrows() throws IOException {
    String demo = demoText();
    Random random = new Random(3);
    String alphabet = "{}[]:,-#&*!|>'\"%@`~?\t\n \\0x9e.\u0000\u0085\ufeff\ud800_";
    for (int i = 0; i < 5_000; i++) {
      StringBuilder text = new StringBuilder(demo);
      for (int change = random.nextInt(4); change >= 0; change--) {
        int at = random.nextInt(text.length());
        text.setCharAt(at, alphabet.charAt(random.nextInt(alphabet.length())));
      }
      assertThat(CampaignFile.read(text.toString(), DATASETS)).as("%s", text).isNotNull();
    }
  }

  private static String demoText() throws IOException {
    return Files.readString(Path.of("../studies/demo.yaml"));
  }

  private static JsonNode replaced(JsonNode node, Random random) {
    if (random.nextInt(12) == 0) {
      return tree(random, 2);
    }
    if (node instanceof ObjectNode object) {
      ObjectNode copy = NODES.objectNode();
      object.properties().forEach(f -> copy.set(f.getKey(), replaced(f.getValue(), random)));
      return copy;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode copy = NODES.arrayNode();
      array.forEach(item -> copy.add(replaced(item, random)));
      return copy;
    }
    return node;
  }

  private static JsonNode tree(Random random, int depth) {
    int kind = random.nextInt(depth > 3 ? 9 : 14);
    return switch (kind) {
      case 0 -> NODES.nullNode();
      case 1 -> NODES.booleanNode(random.nextBoolean());
      case 2 -> NODES.numberNode(random.nextInt());
      case 3 -> NODES.numberNode(BigInteger.TWO.pow(random.nextInt(200)).negate());
      case 4 -> NODES.numberNode(random.nextDouble() * 100);
      case 5 -> NODES.numberNode(new BigDecimal("1e" + random.nextInt(2000)));
      case 6 -> NODES.numberNode(Double.NaN);
      case 7 -> NODES.textNode(FIELDS.get(random.nextInt(FIELDS.size())));
      case 8 -> NODES.binaryNode(new byte[] {1, 2});
      case 9, 10 -> list(random, depth);
      default -> object(random, depth);
    };
  }

  private static JsonNode list(Random random, int depth) {
    ArrayNode array = NODES.arrayNode();
    for (int i = random.nextInt(4); i > 0; i--) {
      array.add(tree(random, depth + 1));
    }
    return array;
  }

  private static JsonNode object(Random random, int depth) {
    ObjectNode object = NODES.objectNode();
    for (int i = random.nextInt(9); i > 0; i--) {
      object.set(FIELDS.get(random.nextInt(FIELDS.size())), tree(random, depth + 1));
    }
    return object;
  }
}
