package io.espalier.artifacts.mask;

import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.artifacts.checkpoint.FloatTensor;
import io.espalier.artifacts.safetensors.ElementType;
import io.espalier.artifacts.safetensors.SafetensorsReader;
import io.espalier.artifacts.safetensors.SafetensorsWriter;
import io.espalier.artifacts.safetensors.StoredTensor;
import io.espalier.artifacts.store.ArtifactUnreadable;
import io.espalier.artifacts.tensors.NetworkTensors;
import io.espalier.plan.Architecture;
import io.espalier.plan.Require;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which weights of a network are kept; biases are never masked.
 *
 * @param layers one mask per layer, in the network's order
 */
public record Mask(List<LayerMask> layers) {
  public Mask {
    layers = Require.nonEmpty("mask.layers", layers);
  }

  /** The mask that keeps every weight that the architecture has. */
  public static Mask ones(Architecture architecture) {
    List<LayerMask> layers = new ArrayList<>();
    NetworkTensors.maskable(architecture)
        .forEach(
            (layer, shape) -> {
              BitSet all = new BitSet();
              all.set(0, Math.toIntExact(shape.stream().reduce(1L, Math::multiplyExact)));
              layers.add(new LayerMask(layer, shape, all));
            });
    return new Mask(layers);
  }

  /**
   * Reads a safetensors file and checks it against the network it is meant for.
   *
   * @throws ArtifactUnreadable if it is malformed, or listing every mismatch with the architecture
   */
  public static Mask fromBytes(byte[] content, Architecture architecture) {
    Map<String, StoredTensor> stored =
        SafetensorsReader.read(content).stream()
            .collect(Collectors.toMap(StoredTensor::name, tensor -> tensor));
    Map<String, List<Long>> shapes = NetworkTensors.maskable(architecture);
    List<String> mismatches = new ArrayList<>();
    List<LayerMask> layers = new ArrayList<>();
    shapes.forEach(
        (name, shape) -> {
          StoredTensor tensor = stored.get(name);
          if (tensor == null) {
            mismatches.add(name + " is absent");
          } else if (tensor.type() != ElementType.U8) {
            mismatches.add(name + " holds " + tensor.type() + " instead of U8");
          } else if (!tensor.shape().equals(shape)) {
            mismatches.add(name + " has the shape " + tensor.shape() + " instead of " + shape);
          } else {
            layers.add(layer(tensor, mismatches));
          }
        });
    stored.keySet().stream()
        .filter(name -> !shapes.containsKey(name))
        .sorted()
        .forEach(name -> mismatches.add(name + " is unknown"));
    if (!mismatches.isEmpty()) {
      throw new ArtifactUnreadable(
          "the mask does not fit " + architecture.label() + ": " + String.join("; ", mismatches));
    }
    return new Mask(layers);
  }

  private static LayerMask layer(StoredTensor tensor, List<String> mismatches) {
    BitSet kept = new BitSet();
    for (int i = 0; i < tensor.data().remaining(); i++) {
      byte value = tensor.data().get(i);
      if (value == 1) {
        kept.set(i);
      } else if (value != 0) {
        mismatches.add(tensor.name() + " holds " + (value & 0xff) + " at " + i + ", allowed: 0, 1");
        break;
      }
    }
    return new LayerMask(tensor.name(), tensor.shape(), kept);
  }

  /**
   * Returns normally if the layers are exactly the maskable tensors of the architecture.
   *
   * @throws IllegalArgumentException naming a layer that differs
   */
  public void requireCovers(Architecture architecture) {
    Map<String, List<Long>> shapes = new LinkedHashMap<>();
    layers.forEach(layer -> shapes.put(layer.layer(), layer.shape()));
    Map<String, List<Long>> expected = NetworkTensors.maskable(architecture);
    if (!shapes.equals(expected)) {
      throw new IllegalArgumentException(
          "the mask covers " + shapes + ", allowed for " + architecture.label() + ": " + expected);
    }
  }

  /**
   * The mask of one layer.
   *
   * @param name of its weight tensor
   * @throws IllegalArgumentException if there is none
   */
  public LayerMask layer(String name) {
    return layers.stream()
        .filter(layer -> layer.layer().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("the mask has no " + name));
  }

  /** The safetensors file; equal masks give equal bytes. */
  public byte[] toBytes() {
    return SafetensorsWriter.write(layers.stream().map(LayerMask::stored).toList());
  }

  /** Weights that are kept, over all layers. */
  public long kept() {
    return layers.stream().mapToLong(LayerMask::kept).sum();
  }

  /** Weights of the dense network. */
  public long total() {
    return layers.stream().mapToLong(LayerMask::total).sum();
  }

  /** Share of weights that is pruned, 0..1. */
  public double sparsity() {
    return 1.0 - (double) kept() / total();
  }

  /**
   * The checkpoint with every weight that is not kept set to zero.
   *
   * @throws IllegalArgumentException if the checkpoint lacks a layer or its size differs
   */
  public Checkpoint applyTo(Checkpoint checkpoint) {
    List<FloatTensor> tensors = new ArrayList<>(checkpoint.tensors());
    for (LayerMask layer : layers) {
      FloatTensor tensor = checkpoint.tensor(layer.layer());
      if (!tensor.shape().equals(layer.shape())) {
        throw new IllegalArgumentException(
            tensor + " does not fit a mask of the shape " + layer.shape());
      }
      float[] values = tensor.values();
      for (int i = 0; i < values.length; i++) {
        values[i] = layer.keeps(i) ? values[i] : 0;
      }
      tensors.set(tensors.indexOf(tensor), new FloatTensor(tensor.name(), tensor.shape(), values));
    }
    return new Checkpoint(tensors);
  }
}
