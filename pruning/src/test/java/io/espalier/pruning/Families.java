package io.espalier.pruning;

import io.espalier.campaign.DatasetShape;
import io.espalier.campaign.SampleShape;
import io.espalier.datasets.Dataset;
import io.espalier.datasets.SequenceSamples;
import io.espalier.datasets.VectorSamples;
import io.espalier.plan.Architecture;
import io.espalier.plan.Architecture.CellNetwork;
import io.espalier.plan.Architecture.FeedForward;
import io.espalier.plan.Architecture.GraphFeedForward;
import io.espalier.plan.Architecture.GraphRecurrent;
import io.espalier.plan.Architecture.RecurrentStack;
import io.espalier.plan.CellOperation;
import io.espalier.plan.CellType;
import io.espalier.plan.Dag;
import io.espalier.plan.Dag.Edge;
import io.espalier.plan.ImageShape;
import io.espalier.plan.RecurrentBlocks;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A small network of each family, and samples for it. */
public final class Families {
  public static final FeedForward FEED_FORWARD = new FeedForward(List.of(16, 9, 5, 2));
  private static final int SAMPLES = 40;
  private static final Dag DIAMOND =
      new Dag(
          5,
          List.of(new Edge(0, 2), new Edge(1, 2), new Edge(0, 3), new Edge(2, 4), new Edge(3, 4)));

  private Families() {}

  /** Those whose units can be cut whole. */
  public static Stream<Architecture> ofUnits() {
    return Stream.concat(
        Stream.of(FEED_FORWARD),
        Stream.of(CellType.values())
            .map(cell -> new RecurrentStack(cell, 128, 5, List.of(6, 4), 2)));
  }

  /** One of each family. */
  public static List<Architecture> all() {
    return List.of(
        FEED_FORWARD,
        new GraphFeedForward(16, DIAMOND, 2),
        new RecurrentStack(CellType.GRU, 128, 5, List.of(6, 4), 2),
        new GraphRecurrent(CellType.LSTM, 128, DIAMOND, RecurrentBlocks.PER_SOURCE_LAYER, 2),
        new CellNetwork(
            new ImageShape(1, 4, 4),
            2,
            new Dag(2, List.of(new Edge(0, 1))),
            List.of(CellOperation.CONVOLUTION_3, CellOperation.CONVOLUTION_1),
            3,
            2));
  }

  /** The same samples for training, validation and test. */
  public static Dataset dataset(Architecture family) {
    return dataset(family, 0, SAMPLES);
  }

  /** One sample each. */
  public static List<Dataset> singles(Architecture family) {
    return IntStream.range(0, SAMPLES).mapToObj(i -> dataset(family, i, i + 1)).toList();
  }

  private static Dataset dataset(Architecture family, int from, int to) {
    boolean sequences = family instanceof RecurrentStack || family instanceof GraphRecurrent;
    SampleShape shape =
        sequences ? new SampleShape.Sequence(128, 9) : new SampleShape.Image(1, 4, 4);
    io.espalier.datasets.Samples samples = sequences ? strings(from, to) : images(from, to);
    return new Dataset(new DatasetShape("small", shape, 2), samples, samples, samples);
  }

  private static SequenceSamples strings(int from, int to) {
    SplittableRandom random = new SplittableRandom(1);
    List<String> strings = new ArrayList<>();
    for (int i = 0; i < SAMPLES; i++) {
      strings.add((i % 2 == 0 ? "AC" : "BC").repeat(1 + random.nextInt(4)));
    }
    return SequenceSamples.of(strings.subList(from, to), labels(from, to));
  }

  private static VectorSamples images(int from, int to) {
    SplittableRandom random = new SplittableRandom(1);
    List<float[]> images = new ArrayList<>();
    for (int i = 0; i < SAMPLES; i++) {
      float[] image = new float[16];
      for (int j = 0; j < image.length; j++) {
        image[j] = (float) (random.nextDouble() + (i % 2 == j % 2 ? 1 : 0));
      }
      images.add(image);
    }
    return VectorSamples.of(images.subList(from, to), labels(from, to));
  }

  private static int[] labels(int from, int to) {
    return IntStream.range(from, to).map(i -> i % 2).toArray();
  }
}
