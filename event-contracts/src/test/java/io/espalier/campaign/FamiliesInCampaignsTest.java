package io.espalier.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.espalier.plan.Architecture;
import io.espalier.plan.CellType;
import io.espalier.plan.Dag;
import io.espalier.plan.Dag.Edge;
import io.espalier.plan.EarlyStopping;
import io.espalier.plan.GraphPrior;
import io.espalier.plan.GraphSample;
import io.espalier.plan.LearningRateSchedule;
import io.espalier.plan.Optimizer;
import io.espalier.plan.RecurrentBlocks;
import io.espalier.plan.StructureLearning;
import io.espalier.plan.TrainingOptions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FamiliesInCampaignsTest {
  private static final Map<String, DatasetShape> DATASETS =
      Map.of(
          "reber", new DatasetShape("reber", new SampleShape.Sequence(128, 53), 2),
          "cifar-10", new DatasetShape("cifar-10", new SampleShape.Image(3, 32, 32), 10),
          "function", new DatasetShape("function", new SampleShape.Vector(10), 10));

  private static CampaignReading read(String dataset, String architecture, String training) {
    return CampaignFile.read(
        "name: n\ndataset: "
            + dataset
            + "\narchitectures: ["
            + architecture
            + "]\nseeds: [1, 2]\ntraining: {learningRate: 0.001, epochs: 8"
            + training
            + "}\n",
        DATASETS);
  }

  private static CampaignSpec accepted(String dataset, String architecture) {
    return ((CampaignReading.Accepted) read(dataset, architecture, "")).spec();
  }

  private static TrainingOptions training(String more) {
    return ((CampaignReading.Accepted) read("function", "{hidden: [4]}", ", " + more))
        .spec()
        .training();
  }

  @Test
  void aRecurrentStackTakesItsAlphabetAndClassesFromTheDataset() {
    assertThat(
            accepted("reber", "{family: recurrent-stack, cell: gru, hidden: [50, 50, 50]}")
                .architectures())
        .containsExactly(
            new Architecture.RecurrentStack(CellType.GRU, 128, 50, List.of(50, 50, 50), 2));
  }

  @Test
  void randomGraphsAreDrawnLaterAndCountAsTrials() {
    CampaignSpec spec =
        accepted(
            "reber",
            "{family: graph-recurrent, cell: rnn-tanh, graph: {prior: watts-strogatz,"
                + " nodes: [10, 50], neighbours: n/5, rewiring: 1, count: 20, seed: 7}}");

    assertThat(spec.architectures()).isEmpty();
    assertThat(spec.graphs())
        .containsExactly(
            new GraphSample(
                new GraphPrior.WattsStrogatz(
                    new GraphPrior.Range(10, 50), new GraphPrior.Amount(5, true), 1),
                20,
                7,
                new Architecture.GraphRecurrent(
                    CellType.TANH, 128, Dag.SINGLE_EDGE, RecurrentBlocks.PER_SOURCE_LAYER, 2)));
    assertThat(spec.trials()).isEqualTo(40);
  }

  @Test
  void anEdgeMayNameItsEndsInEitherOrder() {
    assertThat(
            accepted(
                    "function",
                    "{family: graph-feed-forward, graph: {nodes: 3, edges: [[2, 0], [1, 2]]}}")
                .architectures())
        .containsExactly(
            new Architecture.GraphFeedForward(
                10, new Dag(3, List.of(new Edge(0, 2), new Edge(1, 2))), 10));
  }

  @Test
  void everyOptionOfTrainingIsRead() {
    assertThat(
            training(
                "optimizer: adam, weightDecay: 0.01, gradientClip: 5, dropout: 0.2,"
                    + " schedule: {kind: cosine}, earlyStopping: {patience: 3},"
                    + " structureLearning: {method: gradual-magnitude, sparsity: 90}"))
        .isEqualTo(
            new TrainingOptions(
                0.001,
                0,
                64,
                8,
                Optimizer.ADAM,
                Optional.of(0.01),
                Optional.of(5.0),
                Optional.of(0.2),
                Optional.of(new LearningRateSchedule.Cosine(0)),
                Optional.of(new EarlyStopping(3, 0)),
                Optional.of(new StructureLearning.GradualMagnitude(0.9, 0, 6, 100))));
  }

  @Test
  void aPlateauMayEndBelowTheLearningRate() {
    assertThat(training("schedule: {kind: plateau, factor: 0.5, end: 0.0009}").schedule())
        .contains(new LearningRateSchedule.Plateau(0, 0.5, Optional.empty(), 0.0009));
  }

  @Test
  void structureLearningTakesPercentages() {
    assertThat(training("structureLearning: {method: set, sparsity: 95}").structureLearning())
        .contains(new StructureLearning.SparseEvolutionary(0.95, 0.3));
    assertThat(
            training("structureLearning: {method: rigl, sparsity: 90, until: 80}")
                .structureLearning())
        .contains(new StructureLearning.RigL(0.9, 0.3, 100, 0.8));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "reber | {family: feed-forward, hidden: [4]} | architectures[0].family",
        "reber | {family: recurrent-stack, cell: elman, hidden: [4]} | architectures[0].cell",
        "reber | {family: recurrent-stack, cell: gru, hidden: []} | architectures[0].hidden",
        "reber | {family: graph-recurrent, cell: gru} | architectures[0].graph",
        "reber | 7 | architectures[0]",
        "function | {family: recurrent-stack, cell: gru, hidden: [4]} | architectures[0].family",
        "function | {family: graph-feed-forward, graph: {nodes: 3, edges: [[0, 3]]}}"
            + " | architectures[0].graph.edges[0]",
        "function | {family: graph-feed-forward, graph: {nodes: 3, edges: [[0, 1], [1, 0]]}}"
            + " | architectures[0].graph.edges[1]",
        "function | {family: graph-feed-forward, graph: {prior: scale-free}}"
            + " | architectures[0].graph.prior",
        "function | {family: graph-feed-forward, graph: {prior: barabasi-albert, nodes: 9,"
            + " attachments: n/10}} | architectures[0].graph.attachments",
        "function | {family: graph-feed-forward, graph: {prior: erdos-renyi, nodes: [9, 3],"
            + " probability: 0.5}} | architectures[0].graph.nodes",
        "function | {family: graph-feed-forward, graph: {prior: layered-complete, widths: [4]}}"
            + " | architectures[0].graph.widths",
        "function | {family: graph-feed-forward, graph: {prior: layered-complete,"
            + " widths: [5000, 5000, 1]}} | architectures[0].graph.widths",
        "function | {family: graph-feed-forward, graph: {prior: layered-random,"
            + " widths: [10000, 10000], probability: 0}} | architectures[0].graph.widths",
        "function | {family: cell-network, graph: {nodes: 2, edges: [[0, 1]]},"
            + " operations: [conv-3x3, identity]} | architectures[0].family",
        "cifar-10 | {family: cell-network, graph: {nodes: 2, edges: [[0, 1]]},"
            + " operations: [conv-3x3]} | architectures[0].operations",
        "cifar-10 | {family: cell-network, graph: {nodes: 2, edges: [[0, 1]]}, patch: 3,"
            + " operations: [conv-3x3, identity]} | architectures[0].patch",
        "cifar-10 | {family: cell-network, graph: {nodes: 2, edges: [[0, 1]]},"
            + " operations: [conv-3x3, conv-9x9]} | architectures[0].operations[1]",
      })
  void aWrongArchitectureIsRefusedAtItsField(String dataset, String architecture, String field) {
    assertThat(((CampaignReading.Refused) read(dataset, architecture, "")).problems())
        .extracting(Problem::field)
        .contains(field);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "optimizer: adagrad | training.optimizer",
        "optimizer: adam, momentum: 0.9 | training.momentum",
        "gradientClip: 0 | training.gradientClip",
        "dropout: 1 | training.dropout",
        "schedule: {kind: warm} | training.schedule.kind",
        "schedule: {kind: step, factor: 0.5} | training.schedule.everyEpochs",
        "schedule: {kind: plateau, factor: 0.5, end: 0.001} | training.schedule.end",
        "schedule: {kind: plateau, factor: 0.5, end: 2} | training.schedule.end",
        "schedule: cosine | training.schedule",
        "earlyStopping: {patience: 0} | training.earlyStopping.patience",
        "structureLearning: {method: set} | training.structureLearning.sparsity",
        "structureLearning: {method: set, sparsity: 100} | training.structureLearning.sparsity",
        "structureLearning: {method: gradual-magnitude, sparsity: 90, endEpoch: 9}"
            + " | training.structureLearning.endEpoch",
        "structureLearning: {method: rigl, sparsity: 90, until: 0}"
            + " | training.structureLearning.until",
      })
  void aWrongOptionIsRefusedAtItsField(String option, String field) {
    CampaignReading reading = read("function", "{hidden: [4]}", ", " + option);

    assertThat(((CampaignReading.Refused) reading).problems())
        .extracting(Problem::field)
        .containsExactly(field);
  }
}
