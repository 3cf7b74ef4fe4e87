package io.espalier.pruning.evidence;

import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.artifacts.checkpoint.InitialWeights;
import io.espalier.artifacts.mask.LayerMask;
import io.espalier.artifacts.mask.Mask;
import io.espalier.campaign.DatasetShape;
import io.espalier.campaign.SampleShape;
import io.espalier.datasets.Dataset;
import io.espalier.datasets.Samples;
import io.espalier.datasets.SequenceSamples;
import io.espalier.datasets.VectorSamples;
import io.espalier.plan.Architecture;
import io.espalier.plan.CellOperation;
import io.espalier.plan.CellType;
import io.espalier.plan.Dag;
import io.espalier.plan.ImageShape;
import io.espalier.plan.RecurrentBlocks;
import io.espalier.plan.StepRef;
import io.espalier.plan.TrainingOptions;
import io.espalier.plan.TrialPlan;
import io.espalier.pruning.saliency.ScoredNetwork;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Small networks to score, with samples drawn for them. */
public final class Scored {
  /** Its test samples are of another size: whoever looks at them fails. */
  private static final VectorSamples NOBODYS = VectorSamples.of(List.of(new float[] {1}), 0);

  /** Layers {0, 1}, {2, 3}, {4, 5, 6}; one edge skips a layer. */
  private static final Dag GRAPH =
      new Dag(
          7,
          List.of(
              new Dag.Edge(0, 2),
              new Dag.Edge(1, 2),
              new Dag.Edge(1, 3),
              new Dag.Edge(0, 4),
              new Dag.Edge(2, 4),
              new Dag.Edge(2, 5),
              new Dag.Edge(3, 5),
              new Dag.Edge(3, 6)));

  private Scored() {}

  /** One network of each family. */
  public static Stream<Architecture> families() {
    return Stream.of(
        new Architecture.FeedForward(List.of(4, 5, 3)),
        new Architecture.GraphFeedForward(4, GRAPH, 3),
        new Architecture.RecurrentStack(CellType.GRU, 6, 3, List.of(4, 3), 3),
        new Architecture.GraphRecurrent(CellType.LSTM, 6, GRAPH, RecurrentBlocks.SINGLE, 3),
        new Architecture.CellNetwork(
            new ImageShape(1, 2, 2),
            1,
            GRAPH,
            List.of(
                CellOperation.CONVOLUTION_3,
                CellOperation.IDENTITY,
                CellOperation.CONVOLUTION_1,
                CellOperation.MAX_POOLING_3,
                CellOperation.CONVOLUTION_3,
                CellOperation.AVERAGE_POOLING_3,
                CellOperation.CONVOLUTION_1),
            2,
            3));
  }

  /** With initial weights, all there, and as many samples in each part. */
  public static ScoredNetwork network(Architecture architecture, int samples) {
    return network(
        architecture,
        InitialWeights.checkpoint(architecture, 3),
        Mask.ones(architecture),
        dataset(architecture, samples));
  }

  public static ScoredNetwork network(
      Architecture architecture, Checkpoint weights, Mask mask, Dataset dataset) {
    TrialPlan plan =
        new TrialPlan(
            "c1",
            "c1.1",
            1,
            architecture,
            dataset.name(),
            7,
            TrainingOptions.sgd(0.05, 0.5, 32, 1),
            List.of());
    return new ScoredNetwork(plan, new StepRef("branch", 1), weights, mask, () -> dataset);
  }

  /** The same with another mask. */
  public static ScoredNetwork with(ScoredNetwork network, Mask mask) {
    return new ScoredNetwork(
        network.plan(), network.at(), network.checkpoint(), mask, network.data());
  }

  /** Keeps about half of all weights. */
  public static Mask half(Architecture architecture) {
    SplittableRandom random = new SplittableRandom(4);
    List<LayerMask> layers = new ArrayList<>();
    for (LayerMask layer : Mask.ones(architecture).layers()) {
      BitSet kept = new BitSet();
      for (int i = 0; i < layer.total(); i++) {
        kept.set(i, random.nextBoolean());
      }
      layers.add(layer.keeping(kept));
    }
    return new Mask(layers);
  }

  public static Dataset dataset(Architecture architecture, int samples) {
    SampleShape shape =
        architecture.match(
            network -> new SampleShape.Vector(network.widths().get(0)),
            graph -> new SampleShape.Vector(graph.inputs()),
            stack -> new SampleShape.Sequence(stack.alphabet(), 8),
            graph -> new SampleShape.Sequence(graph.alphabet(), 8),
            cells -> new SampleShape.Image(cells.input()));
    int classes = architecture.classes();
    return dataset(
        shape, classes, samples(shape, classes, samples, 1), samples(shape, classes, samples, 2));
  }

  public static Dataset dataset(
      SampleShape shape, int classes, Samples training, Samples validation) {
    return new Dataset(new DatasetShape("drawn", shape, classes), training, validation, NOBODYS);
  }

  private static Samples samples(SampleShape shape, int classes, int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] labels = random.ints(count, 0, classes).toArray();
    return shape.match(
        vector -> vectors(vector.inputs(), labels, random),
        image -> vectors(image.inputs(), labels, random),
        sequence -> sequences(sequence.alphabet(), labels, random));
  }

  private static Samples vectors(int inputs, int[] labels, SplittableRandom random) {
    List<float[]> vectors = new ArrayList<>();
    for (int i = 0; i < labels.length; i++) {
      float[] vector = new float[inputs];
      for (int k = 0; k < inputs; k++) {
        vector[k] = (float) (2 * random.nextDouble() - 1);
      }
      vectors.add(vector);
    }
    return VectorSamples.of(vectors, labels);
  }

  private static Samples sequences(int alphabet, int[] labels, SplittableRandom random) {
    List<String> strings = new ArrayList<>();
    for (int i = 0; i < labels.length; i++) {
      StringBuilder string = new StringBuilder();
      for (int k = random.nextInt(1, 9); k > 0; k--) {
        string.append((char) random.nextInt(alphabet));
      }
      strings.add(string.toString());
    }
    return SequenceSamples.of(strings, labels);
  }
}
