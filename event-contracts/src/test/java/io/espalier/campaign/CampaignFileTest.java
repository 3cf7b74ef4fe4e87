package io.espalier.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.espalier.plan.Architecture;
import io.espalier.plan.BranchPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CampaignFileTest {
  private static final Map<String, DatasetShape> DATASETS =
      Map.of(
          "mnist",
          new DatasetShape("mnist", new SampleShape.Image(1, 28, 28), 10),
          "reber",
          new DatasetShape("reber", new SampleShape.Vector(140), 2));

  private static final String SMALL =
      """
      name: small
      dataset: reber
      architectures: [{hidden: [8]}]
      seeds: [1]
      training: {learningRate: 0.1, epochs: 2}
      """;

  @Test
  void theDemoStudyIsAcceptedWithTwelveTrainings() throws IOException {
    CampaignSpec spec = accepted(Files.readString(Path.of("../studies/demo.yaml")));

    assertThat(spec.trainings()).isEqualTo(12);
    assertThat(spec.architectures())
        .containsExactly(new Architecture.FeedForward(List.of(784, 100, 10)));
    assertThat(spec.branches())
        .extracting(BranchPlan::name)
        .containsExactly(
            "dense-control", "magnitude-class-blinded-80", "magnitude-class-uniform-80");
    assertThat(spec.branches())
        .extracting(BranchPlan::sparsities)
        .containsExactly(List.of(0.0), List.of(0.8), List.of(0.8));
  }

  @Test
  void whatIsLeftOutHasItsDocumentedDefault() {
    CampaignSpec spec = accepted(SMALL);
    assertThat(spec.description()).isEmpty();
    assertThat(spec.training().momentum()).isZero();
    assertThat(spec.training().batchSize()).isEqualTo(64);
    assertThat(spec.branches()).isEmpty();
  }

  @Test
  void everyProblemIsReportedAtOnce() {
    List<Problem> problems =
        refused(
            """
            name: wrong
            datset: mnist
            dataset: imagenet
            architectures: [{hidden: [100]}]
            seeds: []
            training: {learningRate: 0.01, epochs: 30}
            pruning: {methods: [magnitud, magnitude-class-blinded], rates: [80, 120], retrainEpochs: 5}
            """);

    assertThat(problems)
        .extracting(Problem::field)
        .containsExactlyInAnyOrder(
            "datset", "dataset", "seeds", "pruning.methods[0]", "pruning.rates[1]");
    assertThat(problems)
        .extracting(Problem::value)
        .containsExactlyInAnyOrder("\"mnist\"", "\"imagenet\"", "[]", "\"magnitud\"", "120");
    assertThat(problems)
        .extracting(Problem::allowed)
        .allSatisfy(allowed -> assertThat(allowed).isNotBlank())
        .anySatisfy(allowed -> assertThat(allowed).isEqualTo("one of mnist, reber"))
        .anySatisfy(allowed -> assertThat(allowed).contains("optimal-brain-damage"));
  }

  @Test
  void hiddenLayersAloneAreNoArchitectureForSequences() {
    Map<String, DatasetShape> strings =
        Map.of("strings", new DatasetShape("strings", new SampleShape.Sequence(128, 50), 2));

    CampaignReading reading =
        CampaignFile.read(SMALL.replace("dataset: reber", "dataset: strings"), strings);

    assertThat(((CampaignReading.Refused) reading).problems())
        .extracting(Problem::field)
        .containsExactly("architectures[0].family");
  }

  @Test
  void aCampaignInJsonIsRead() {
    assertThat(
            accepted(
                "{\n\t\"name\": \"a\\/b \\u00e9\", \"dataset\": \"reber\","
                    + "\n\t\"architectures\": [{\"hidden\": [8]}], \"seeds\": [1],"
                    + "\n\t\"training\": {\"learningRate\": 1e-1, \"epochs\": 2}}"))
        .extracting(CampaignSpec::name)
        .isEqualTo("a/b \u00e9");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "   ", "# nothing", "null", "~", "[]", "7", "text", "---\n---\n", "{}"})
  void whatIsNoCampaignIsRefused(String text) {
    assertThat(refused(text)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name: a\nname: b\n",
        "{\"name\": \"a\", \"name\": \"b\"}",
        "name: [",
        "name: \"a",
        "\tname: a",
        "name: a\n b: c\n  - d",
        "name: \u0000",
        "a: !!java.net.URL [x]\n: :",
        "name: .nan",
        "%YAML 9.0\n---\n",
        "{\"a\":"
      })
  void brokenTextIsRefusedWithItsPlace(String text) {
    assertThat(refused(text)).isNotEmpty();
  }

  @Test
  void aSecondDocumentIsRefused() {
    assertThat(refused(SMALL + "---\n" + SMALL)).isNotEmpty();
  }

  @Test
  void duplicateKeysNameTheirLine() {
    assertThat(refused(SMALL + "seeds: [2]\n"))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.field()).startsWith("line 6");
              assertThat(problem.value()).contains("seeds");
            });
  }

  @Test
  void anchorsAndAliasesAreRefused() {
    assertThat(refused(SMALL.replace("[1]", "&s [1]")))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.field()).startsWith("line 4");
              assertThat(problem.value()).contains("alias");
            });
    assertThat(refused(SMALL.replace("name: small", "name: *a"))).isNotEmpty();
  }

  @Test
  void aBombOfAliasesIsRefusedAtOnce() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i < 40; i++) {
      int before = i - 1;
      bomb.append("a").append(i).append(": &a").append(i);
      bomb.append(" [*a").append(before).append(", *a").append(before).append("]\n");
    }
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(5), () -> assertThat(refused(bomb.toString())).isNotEmpty());
  }

  @Test
  void endlessNestingAndEndlessTextAreRefused() {
    assertThat(refused("a: " + "[".repeat(100_000))).isNotEmpty();
    assertThat(refused("{\"a\":" + "[".repeat(100_000))).isNotEmpty();
    assertThat(refused("{a: ".repeat(100_000))).isNotEmpty();
    assertThat(refused("- ".repeat(50_000))).isNotEmpty();
    assertThat(refused("# " + "x".repeat(2_000_000))).isNotEmpty();
    assertThat(refused("name: " + "1".repeat(100_000))).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "seeds: [1] | seeds: [1, 1] | seeds[1]",
        "seeds: [1] | seeds: [-1] | seeds[0]",
        "seeds: [1] | seeds: [1.5] | seeds[0]",
        "seeds: [1] | seeds: 1 | seeds",
        "epochs: 2 | epochs: 0 | training.epochs",
        "epochs: 2 | epochs: '2' | training.epochs",
        "epochs: 2 | epochs: 99999999999999999999 | training.epochs",
        "learningRate: 0.1 | learningRate: 0 | training.learningRate",
        "learningRate: 0.1 | learningRate: 1e999 | training.learningRate",
        "learningRate: 0.1 | learningRate: 0.1, momentum: 1 | training.momentum",
        "learningRate: 0.1 | learningRate: 0.1, batchSize: 0 | training.batchSize",
        "hidden: [8] | hidden: [] | architectures[0].hidden",
        "hidden: [8] | hidden: [8, wide] | architectures[0].hidden[1]",
        "hidden: [8] | hidden: [8], depth: 2 | architectures[0].depth",
        "name: small | name: '' | name",
        "name: small | description: x | name",
      })
  void oneWrongValueIsOneProblem(String right, String wrong, String field) {
    assertThat(refused(SMALL.replace(right, wrong)))
        .singleElement()
        .extracting(Problem::field)
        .isEqualTo(field);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "100", "-5", "1000", "'80'", "true"})
  void aRateThatIsNoShareIsRefused(String rate) {
    String pruning =
        "pruning: {methods: [magnitude-class-blinded], retrainEpochs: 1, rates: [" + rate + "]}";
    assertThat(refused(SMALL + pruning))
        .singleElement()
        .extracting(Problem::field)
        .isEqualTo("pruning.rates[0]");
  }

  @Test
  void theControlIsNoMethod() {
    assertThat(
            refused(SMALL + "pruning: {methods: [dense-control], rates: [80], retrainEpochs: 1}"))
        .extracting(Problem::field)
        .containsExactly("pruning.methods[0]");
  }

  @Test
  void aControlWithoutPruningIsRefused() {
    assertThat(refused(SMALL + "controls: [dense-control]"))
        .extracting(Problem::field)
        .containsExactly("controls");
  }

  @Test
  void tooManyTrainingsAreRefused() {
    String many = "[" + "{hidden: [8]},".repeat(999) + "{hidden: [8]}]";
    StringBuilder seeds = new StringBuilder("0");
    for (int i = 1; i < 1000; i++) {
      seeds.append(',').append(i);
    }
    assertThat(refused(SMALL.replace("[{hidden: [8]}]", many).replace("[1]", "[" + seeds + "]")))
        .singleElement()
        .extracting(Problem::value)
        .isEqualTo("1000000 trainings");
  }

  @ParameterizedTest
  @CsvSource({
    "429, 10000, 1000, 4290000000",
    "1000, 10000, 1000, 10000000000",
    "1, 10000, 11, 110000"
  })
  void moreTrainingsThanAnIntHoldsAreRefused(int entries, int count, int seeds, long trainings) {
    String sample =
        "{family: graph-feed-forward, graph: {prior: erdos-renyi, nodes: 5, probability: 0.5,"
            + " count: "
            + count
            + "}},";
    String numbers =
        IntStream.range(0, seeds).mapToObj(String::valueOf).collect(Collectors.joining(","));
    assertThat(
            refused(
                SMALL
                    .replace("{hidden: [8]}", sample.repeat(entries))
                    .replace("[1]", "[" + numbers + "]")))
        .singleElement()
        .extracting(Problem::value)
        .isEqualTo(trainings + " trainings");
  }

  @ParameterizedTest
  @CsvSource({"set, 80", "set, 90", "rigl, 90", "gradual-magnitude, 90"})
  void aRateThatTheLearnedStructureReachesAnywayIsRefused(String method, double rate) {
    assertThat(refused(learned("{method: " + method + ", sparsity: 90}", "95, " + rate)))
        .singleElement()
        .extracting(Problem::field)
        .isEqualTo("pruning.rates[1]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{method: set, sparsity: 79.9}",
        "{method: l1-threshold, strength: 0.1, threshold: 0.1}"
      })
  void aRateBeyondTheLearnedStructureIsAccepted(String learning) {
    assertThat(accepted(learned(learning, "80")).branches())
        .extracting(BranchPlan::name)
        .containsExactly("magnitude-class-blinded-80");
  }

  private static String learned(String learning, String rates) {
    return SMALL.replace("epochs: 2", "epochs: 2, structureLearning: " + learning)
        + "pruning: {methods: [magnitude-class-blinded], retrainEpochs: 1, rates: ["
        + rates
        + "]}\ncontrols: []\n";
  }

  private static CampaignSpec accepted(String text) {
    CampaignReading reading = CampaignFile.read(text, DATASETS);
    assertThat(reading).isInstanceOf(CampaignReading.Accepted.class);
    return ((CampaignReading.Accepted) reading).spec();
  }

  private static List<Problem> refused(String text) {
    CampaignReading reading = CampaignFile.read(text, DATASETS);
    assertThat(reading).isInstanceOf(CampaignReading.Refused.class);
    return ((CampaignReading.Refused) reading).problems();
  }
}
