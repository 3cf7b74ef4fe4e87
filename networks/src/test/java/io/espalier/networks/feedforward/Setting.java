package io.espalier.networks.feedforward;

import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.artifacts.checkpoint.InitialWeights;
import io.espalier.artifacts.mask.LayerMask;
import io.espalier.artifacts.mask.Mask;
import io.espalier.datasets.VectorSamples;
import io.espalier.networks.engine.Batch;
import io.espalier.networks.engine.CurvedModel;
import io.espalier.networks.engine.Model;
import io.espalier.networks.engine.Parameter;
import io.espalier.networks.kernels.Kernels;
import io.espalier.plan.Architecture;
import io.espalier.plan.Architecture.FeedForward;
import io.espalier.plan.Architecture.GraphFeedForward;
import io.espalier.plan.Dag;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A small random network with a mask and samples, drawn from a seed. */
record Setting(String kernels, Architecture architecture, Mask mask, VectorSamples samples) {
  private static final int CLASSES = 3;

  /** Both kernels, both families, masks of all densities, and no mask. */
  static Stream<Setting> all() {
    return Stream.of("plain", "vector")
        .flatMap(kernels -> IntStream.range(0, 12).mapToObj(seed -> of(kernels, seed)));
  }

  static Setting of(String kernels, int seed) {
    Random random = new Random(seed);
    int inputs = 1 + random.nextInt(40);
    Architecture architecture =
        seed % 2 == 0
            ? new FeedForward(
                List.of(inputs, 1 + random.nextInt(30), 1 + random.nextInt(30), CLASSES))
            : new GraphFeedForward(inputs, dag(random), CLASSES);
    double density = seed % 3 == 0 ? 1 : seed % 3 == 1 ? 0.7 : 0.1;
    return new Setting(
        kernels, architecture, mask(architecture, density, random), samples(inputs, random));
  }

  static Dag dag(Random random) {
    int nodes = 2 + random.nextInt(25);
    List<Dag.Edge> edges = new ArrayList<>(List.of(new Dag.Edge(0, 1)));
    for (int to = 2; to < nodes; to++) {
      for (int from = 0; from < to; from++) {
        if (random.nextInt(5) == 0) {
          edges.add(new Dag.Edge(from, to));
        }
      }
    }
    return new Dag(nodes, edges);
  }

  static Mask mask(Architecture architecture, double density, Random random) {
    List<LayerMask> layers = new ArrayList<>();
    for (LayerMask layer : Mask.ones(architecture).layers()) {
      BitSet kept = new BitSet();
      for (int i = 0; i < layer.total(); i++) {
        kept.set(i, random.nextDouble() < density);
      }
      layers.add(new LayerMask(layer.layer(), layer.shape(), kept));
    }
    return new Mask(layers);
  }

  static VectorSamples samples(int inputs, Random random) {
    return samples(1 + random.nextInt(80), inputs, CLASSES, random);
  }

  static VectorSamples samples(int count, int inputs, int classes, Random random) {
    List<float[]> vectors = new ArrayList<>();
    int[] labels = new int[count];
    for (int i = 0; i < count; i++) {
      float[] vector = new float[inputs];
      for (int k = 0; k < inputs; k++) {
        vector[k] = (float) random.nextGaussian();
      }
      vectors.add(vector);
      labels[i] = random.nextInt(classes);
    }
    return VectorSamples.of(vectors, labels);
  }

  Checkpoint checkpoint() {
    return mask.applyTo(InitialWeights.checkpoint(architecture, 5));
  }

  CurvedModel model() {
    return model(kernels, checkpoint(), mask);
  }

  CurvedModel model(String name, Checkpoint weights, Mask kept) {
    Kernels chosen = Kernels.named(name);
    return architecture instanceof FeedForward dense
        ? new FeedForwardBuilder(chosen).build(dense, weights, kept)
        : new GraphFeedForwardBuilder(chosen).build((GraphFeedForward) architecture, weights, kept);
  }

  /** All samples at once. */
  Batch batch() {
    return new Batch(samples, IntStream.range(0, samples.size()).toArray(), 0, samples.size());
  }

  /** Gradients of the last batch by tensor and position in it. */
  static Map<String, Map<Integer, Float>> gradients(Model model) {
    return byPosition(model, true);
  }

  /** Values by tensor and position in it. */
  static Map<String, Map<Integer, Float>> values(Model model) {
    return byPosition(model, false);
  }

  private static Map<String, Map<Integer, Float>> byPosition(Model model, boolean gradients) {
    Map<String, Map<Integer, Float>> all = new HashMap<>();
    for (Parameter parameter : model.parameters()) {
      Map<Integer, Float> tensor = new HashMap<>();
      float[] from = gradients ? parameter.gradients() : parameter.values();
      for (int i = 0; i < from.length; i++) {
        if (parameter.positions()[i] >= 0) {
          tensor.put(parameter.positions()[i], from[i]);
        }
      }
      all.put(parameter.name(), tensor);
    }
    return all;
  }

  @Override
  public String toString() {
    return kernels + " " + architecture.label() + " keeping " + mask.kept() + "/" + mask.total();
  }
}
