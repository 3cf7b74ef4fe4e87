package io.espalier.networks.dl4j;

import io.espalier.plan.Architecture.CellNetwork;
import io.espalier.plan.CellOperation;
import io.espalier.plan.Dag;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;

/**
 * Builds DL4J's graph for a cell network. Layers with weights are called as their tensors: {@code
 * stem}, {@code node<i>}, {@code output}. Inputs are the images [samples, channels, height, width]
 * and factors of the pooled maps [samples, channels], by which dropout comes in.
 */
final class CellGraphFactory {
  /** Smaller probabilities, where floats end, count as this one in the loss. */
  static final double LEAST_PROBABILITY = 1e-38;

  private final CellNetwork architecture;
  private final GraphBuilder graph;

  private CellGraphFactory(CellNetwork architecture) {
    this.architecture = architecture;
    this.graph =
        new NeuralNetConfiguration.Builder()
            .dataType(DataType.FLOAT)
            .updater(new NoOp())
            .graphBuilder()
            .addInputs("images", "factors");
  }

  /** The graph without meaningful weights. */
  static ComputationGraph build(CellNetwork architecture) {
    return new CellGraphFactory(architecture).build();
  }

  private ComputationGraph build() {
    int channels = architecture.channels();
    int patch = architecture.patch();
    graph.addLayer(
        "stem",
        new ConvolutionLayer.Builder(patch, patch)
            .stride(patch, patch)
            .nIn(architecture.input().channels())
            .nOut(channels)
            .activation(Activation.IDENTITY)
            .build(),
        "images");
    graph.addLayer(
        "pooled", new GlobalPoolingLayer.Builder(PoolingType.AVG).build(), sum("sinks", nodes()));
    graph.addVertex(
        "kept", new ElementWiseVertex(ElementWiseVertex.Op.Product), "pooled", "factors");
    graph.addLayer(
        "output",
        new OutputLayer.Builder(new LossMCXENT(LEAST_PROBABILITY, null))
            .nIn(channels)
            .nOut(architecture.classes())
            .activation(Activation.SOFTMAX)
            .build(),
        "kept");
    ComputationGraph network = new ComputationGraph(graph.setOutputs("output").build());
    network.init();
    return network;
  }

  /** Adds all nodes; returns the names of the sinks' maps. */
  private List<String> nodes() {
    int nodes = architecture.graph().nodes();
    List<List<String>> sources = new ArrayList<>();
    for (int node = 0; node < nodes; node++) {
      sources.add(new ArrayList<>());
    }
    List<String> maps = new ArrayList<>();
    boolean[] leads = new boolean[nodes];
    architecture.graph().edges().forEach(edge -> leads[edge.from()] = true);
    for (int node = 0; node < nodes; node++) {
      for (Dag.Edge edge : architecture.graph().edges()) {
        if (edge.to() == node) {
          sources.get(node).add(maps.get(edge.from()));
        }
      }
      String input = sources.get(node).isEmpty() ? "stem" : sum("sum" + node, sources.get(node));
      maps.add(operation(node, input));
    }
    List<String> sinks = new ArrayList<>();
    for (int node = 0; node < nodes; node++) {
      if (!leads[node]) {
        sinks.add(maps.get(node));
      }
    }
    return sinks;
  }

  private String sum(String name, List<String> maps) {
    if (maps.size() == 1) {
      return maps.get(0);
    }
    graph.addVertex(
        name, new ElementWiseVertex(ElementWiseVertex.Op.Add), maps.toArray(new String[0]));
    return name;
  }

  private String operation(int node, String input) {
    CellOperation operation = architecture.operations().get(node);
    if (operation == CellOperation.IDENTITY) {
      return input;
    }
    String name = "node" + node;
    graph.addLayer(name, layer(operation), input);
    return name;
  }

  private Layer layer(CellOperation operation) {
    int size = operation.size();
    if (operation.convolves()) {
      return new ConvolutionLayer.Builder(size, size)
          .convolutionMode(ConvolutionMode.Same)
          .nIn(architecture.channels())
          .nOut(architecture.channels())
          .activation(Activation.RELU)
          .build();
    }
    return new SubsamplingLayer.Builder(
            operation == CellOperation.MAX_POOLING_3 ? PoolingType.MAX : PoolingType.AVG)
        .kernelSize(size, size)
        .stride(1, 1)
        .convolutionMode(ConvolutionMode.Same)
        .build();
  }
}
