package io.espalier.campaign;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.espalier.plan.BranchPlan;
import io.espalier.plan.Cut;
import io.espalier.plan.Distribution;
import io.espalier.plan.Granularity;
import io.espalier.plan.PruningMethod;
import io.espalier.plan.PruningMethod.Control;
import io.espalier.plan.PruningMethod.Criterion;
import io.espalier.plan.PruningOptions;
import io.espalier.plan.Rounds;
import io.espalier.plan.StartFrom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PruningInCampaignsTest {
  private static final Map<String, DatasetShape> DATASETS =
      Map.of("mnist", new DatasetShape("mnist", new SampleShape.Image(1, 28, 28), 10));
  private static final String BASE =
      """
      name: pruned
      dataset: mnist
      architectures: [{hidden: [8]}]
      seeds: [1]
      training: {learningRate: 0.1, epochs: 6}
      """;

  @Test
  void withoutAWordAllControlsStandBesideEveryStudy() {
    assertThat(names(branches("methods: [magnitude-class-uniform], rates: [50], retrainEpochs: 2")))
        .containsExactly(
            "dense-control",
            "magnitude-class-uniform-50",
            "random-class-blinded-50",
            "magnitude-class-uniform-50-from-scratch");
  }

  @Test
  void everyControlTrainsAsLongAsWhatItIsComparedWith() {
    List<BranchPlan> branches =
        branches("methods: [magnitude], iterative: {rates: [50, 75, 90]}, retrainEpochs: 2");
    assertThat(branches.get(0).method()).isEqualTo(Control.DENSE_CONTROL);
    assertThat(branches.get(0).retrainEpochs()).isEqualTo(3 * 2);
    BranchPlan scratch = branches.get(branches.size() - 1);
    assertThat(scratch.of()).contains("magnitude-class-blinded-iterative-50-75-90");
    assertThat(scratch.retrainEpochs()).isEqualTo(6 + 3 * 2);
  }

  @ParameterizedTest
  @CsvSource({
    "random, random, CLASS_BLINDED",
    "magnitude-class-distributed, magnitude, CLASS_DISTRIBUTED",
    "optimal-brain-damage, optimal-brain-damage, CLASS_BLINDED",
    "optimal-brain-surgeon, optimal-brain-surgeon, CLASS_UNIFORM",
    "taylor-erdos-renyi-kernel, taylor, ERDOS_RENYI_KERNEL",
    "mylab.movement, mylab.movement, CLASS_BLINDED",
    "mylab.movement-class-uniform, mylab.movement, CLASS_UNIFORM"
  })
  void aMethodIsASaliencyAndADistribution(String name, String saliency, Distribution distribution) {
    assertThat(methods("methods: [" + name + "], rates: [50], retrainEpochs: 1"))
        .containsExactly(new Criterion(saliency, distribution));
  }

  @Test
  void snipRanksAndTrainsTheInitialWeights() {
    BranchPlan snip = branches("methods: [snip], rates: [90], retrainEpochs: 2").get(1);
    assertThat(snip.options().scoredAtEpoch()).contains(0);
    assertThat(snip.options().start()).contains(new StartFrom.Rewound(0));
    assertThat(snip.retrainEpochs()).isEqualTo(6);
  }

  @Test
  void aRatioOfCompressionIsASparsity() {
    BranchPlan branch =
        branches("methods: [magnitude], compressions: [4], retrainEpochs: 1").get(1);
    assertThat(branch.sparsities()).containsExactly(0.75);
    assertThat(branch.name()).isEqualTo("magnitude-class-blinded-x4");
  }

  @Test
  void roundsTakeSharesNumbersOrBudgets() {
    assertThat(rounds("shareOfRemaining: 50, rounds: 7, until: 95"))
        .isEqualTo(new Rounds(new Cut.ShareOfRemaining(0.5), 7, Optional.of(0.95), 500));
    assertThat(rounds("weights: 1000, leastWeights: 20"))
        .isEqualTo(new Rounds(new Cut.Weights(1000), 10, Optional.empty(), 20));
    assertThat(rounds("saliencyBudget: 10"))
        .isEqualTo(new Rounds(new Cut.SaliencyBudget(0.1), 10, Optional.empty(), 500));
  }

  @Test
  void severalSharesAreSeveralBranches() {
    assertThat(
            names(
                branches(
                    "methods: [magnitude], iterative: {shareOfRemaining: [25, 50]},"
                        + " retrainEpochs: 2")))
        .contains(
            "magnitude-class-blinded-iterative-share-25",
            "magnitude-class-blinded-iterative-share-50");
  }

  @Test
  void ratesPerLayerNameTheirLayers() {
    BranchPlan branch =
        branches("methods: [magnitude], layerRates: {layer0: 90, layer1: 40}, retrainEpochs: 1")
            .get(1);
    assertThat(branch.layerRates()).contains(Map.of("layer0", 0.9, "layer1", 0.4));
    assertThat(branch.name()).isEqualTo("magnitude-per-layer");
  }

  @Test
  void everyScopeIsABranchOfItsOwn() {
    List<BranchPlan> branches =
        branches(
            "methods: [magnitude], rates: [50], scopes: [all, layer0, [layer0, layer1]],"
                + " granularity: units, start: {rewindTo: 2}, retrainEpochs: 1");
    assertThat(names(branches))
        .contains(
            "magnitude-class-blinded-units-rewound-2-50",
            "magnitude-class-blinded-layer0-units-rewound-2-50",
            "magnitude-class-blinded-layer0-layer1-units-rewound-2-50");
    assertThat(branches.get(2).options())
        .isEqualTo(
            new PruningOptions(
                Granularity.UNITS,
                List.of("layer0"),
                false,
                Optional.of(new StartFrom.Rewound(2)),
                Optional.empty(),
                Optional.empty()));
  }

  @Test
  void aVariableRetrainingHasALeastGainInPoints() {
    BranchPlan branch =
        branches("methods: [magnitude], rates: [50], retraining: {atMost: 25, leastGain: 0.001}")
            .get(1);
    assertThat(branch.retrainEpochs()).isEqualTo(25);
    assertThat(branch.options().retrainLeastGain()).contains(0.00001);
  }

  @Test
  void everythingMayBeCutWhereEmptyLayersAreAllowed() {
    BranchPlan branch =
        branches("methods: [magnitude], rates: [100], emptyLayers: true, retrainEpochs: 1").get(1);
    assertThat(branch.sparsities()).containsExactly(1.0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "methods: [magnitud], rates: [50], retrainEpochs: 1 | pruning.methods[0]",
        "methods: [class-blinded], rates: [50], retrainEpochs: 1 | pruning.methods[0]",
        "methods: [magnitude-per-layer], rates: [50], retrainEpochs: 1 | pruning.methods[0]",
        "methods: [magnitude-class-uniform], layerRates: {a: 1}, retrainEpochs: 1 | pruning.methods[0]",
        "methods: [magnitude, magnitude-class-blinded], rates: [50], retrainEpochs: 1 | pruning.methods[1]",
        "methods: [magnitude], retrainEpochs: 1 | pruning.rates",
        "methods: [magnitude], rates: [50], compressions: [2], retrainEpochs: 1 | pruning.rates",
        "methods: [magnitude], rates: [100], retrainEpochs: 1 | pruning.rates[0]",
        "methods: [magnitude], compressions: [1], retrainEpochs: 1 | pruning.compressions[0]",
        "methods: [magnitude], layerRates: {layer0: 9, layer0.weight: 8}, retrainEpochs: 1 | pruning.layerRates.layer0.weight",
        "methods: [magnitude], layerRates: {}, retrainEpochs: 1 | pruning.layerRates",
        "methods: [magnitude], iterative: {rounds: 3}, retrainEpochs: 1 | pruning.iterative",
        "methods: [magnitude], iterative: {rates: [80, 50]}, retrainEpochs: 1 | pruning.iterative.rates",
        "methods: [magnitude], iterative: {rates: [50], rounds: 2}, retrainEpochs: 1 | pruning.iterative.rounds",
        "methods: [magnitude], iterative: {weights: 0}, retrainEpochs: 1 | pruning.iterative.weights",
        "methods: [magnitude], rates: [50] | pruning.retrainEpochs",
        "methods: [magnitude], rates: [50], retrainEpochs: 1, retraining: {atMost: 2, leastGain: 1} | pruning.retrainEpochs",
        "methods: [magnitude], rates: [50], retraining: {atMost: 2} | pruning.retraining.leastGain",
        "methods: [magnitude], rates: [50], retrainEpochs: 1, granularity: rows | pruning.granularity",
        "methods: [magnitude], rates: [50], retrainEpochs: 1, scopes: ['a b'] | pruning.scopes[0]",
        "methods: [magnitude], rates: [50], retrainEpochs: 1, scopes: [all, all] | pruning.scopes[1]",
        "methods: [magnitude], rates: [50], retrainEpochs: 1, start: {rewindTo: 6} | pruning.start.rewindTo",
        "methods: [magnitude], rates: [50], retrainEpochs: 1, start: anew | pruning.start",
        "methods: [snip], rates: [50], retrainEpochs: 1, start: reinitialised | pruning.start",
        "methods: [snip], iterative: {rates: [50, 60]}, retrainEpochs: 1 | pruning.iterative",
        "methods: [magnitude], rates: [50], retrainEpochs: 1, emptyLayers: 1 | pruning.emptyLayers"
      })
  void aMistakeIsToldAtItsPlace(String pruning, String place) {
    assertThat(problems(pruning)).extracting(Problem::field).containsExactly(place);
  }

  @Test
  void aTrialHasNoMoreBranchesThanEveryEventCanCarry() {
    String amounts =
        IntStream.rangeClosed(1, 84).mapToObj(Integer::toString).collect(joining(", "));
    String pruning = "methods: [%s], rates: [" + amounts + "], retrainEpochs: 1";

    assertThat(branches(pruning.formatted("random, random-class-uniform"))).hasSize(1 + 2 * 84);
    assertThat(problems(pruning.formatted("magnitude, taylor, fisher")))
        .as("3 methods at 84 rates, each from scratch, beside random and the dense network")
        .extracting(Problem::field, Problem::allowed)
        .containsExactly(
            tuple(
                "pruning",
                "at most 500 branches of a trial (methods x scopes x amounts, and controls), here"
                    + " are 589"));
    assertThat(problems(pruning.formatted("magnitude, taylor, fisher") + ", scopes: [all, layer0]"))
        .extracting(Problem::field)
        .containsExactly("pruning");
  }

  @Test
  void anUnknownControlIsRefused() {
    String text = BASE + "pruning: {methods: [random], rates: [50], retrainEpochs: 1}\n";
    assertThat(read(text + "controls: [placebo]"))
        .isInstanceOfSatisfying(
            CampaignReading.Refused.class,
            refused ->
                assertThat(refused.problems())
                    .extracting(Problem::field)
                    .containsExactly("controls[0]"));
  }

  private static Rounds rounds(String iterative) {
    return branches("methods: [magnitude], iterative: {" + iterative + "}, retrainEpochs: 1")
        .get(1)
        .rounds()
        .orElseThrow();
  }

  private static List<PruningMethod> methods(String pruning) {
    return accepted(BASE + "pruning: {" + pruning + "}\ncontrols: []").branches().stream()
        .map(BranchPlan::method)
        .toList();
  }

  private static List<BranchPlan> branches(String pruning) {
    return accepted(BASE + "pruning: {" + pruning + "}").branches();
  }

  private static List<String> names(List<BranchPlan> branches) {
    return branches.stream().map(BranchPlan::name).toList();
  }

  private static CampaignSpec accepted(String text) {
    CampaignReading reading = read(text);
    assertThat(reading).isInstanceOf(CampaignReading.Accepted.class);
    return ((CampaignReading.Accepted) reading).spec();
  }

  private static List<Problem> problems(String pruning) {
    CampaignReading reading = read(BASE + "pruning: {" + pruning + "}");
    assertThat(reading).isInstanceOf(CampaignReading.Refused.class);
    return ((CampaignReading.Refused) reading).problems();
  }

  private static CampaignReading read(String text) {
    return CampaignFile.read(text, DATASETS);
  }
}
