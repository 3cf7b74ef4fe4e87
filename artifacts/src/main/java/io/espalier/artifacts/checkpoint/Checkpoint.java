package io.espalier.artifacts.checkpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.espalier.artifacts.safetensors.ElementType;
import io.espalier.artifacts.safetensors.SafetensorsReader;
import io.espalier.artifacts.safetensors.SafetensorsWriter;
import io.espalier.artifacts.safetensors.StoredTensor;
import io.espalier.artifacts.store.ArtifactUnreadable;
import io.espalier.artifacts.tensors.NetworkTensors;
import io.espalier.envelope.Json;
import io.espalier.plan.Architecture;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The weights and biases of a network, immutable. Equal weights give equal bytes. */
public final class Checkpoint {
  private static final String METADATA = "architecture";

  private final SortedMap<String, FloatTensor> tensors = new TreeMap<>();

  /**
   * @throws IllegalArgumentException if two tensors have the same name
   */
  public Checkpoint(Collection<FloatTensor> tensors) {
    for (FloatTensor tensor : tensors) {
      if (this.tensors.put(tensor.name(), tensor) != null) {
        throw new IllegalArgumentException("two tensors are called " + tensor.name());
      }
    }
  }

  /**
   * Reads a safetensors file.
   *
   * @throws ArtifactUnreadable if it is malformed or holds something else than F32
   */
  public static Checkpoint fromBytes(byte[] content) {
    List<FloatTensor> tensors = new ArrayList<>();
    for (StoredTensor stored : SafetensorsReader.read(content)) {
      if (stored.type() != ElementType.F32) {
        throw new ArtifactUnreadable(
            stored.name() + " holds " + stored.type() + ", a checkpoint holds F32");
      }
      tensors.add(FloatTensor.of(stored));
    }
    return new Checkpoint(tensors);
  }

  /** The safetensors file, without metadata. */
  public byte[] toBytes() {
    return SafetensorsWriter.write(stored());
  }

  /**
   * The safetensors file with the architecture, as events have it, in its metadata under {@code
   * architecture}: all that is needed to build the network elsewhere.
   */
  public byte[] toBytes(Architecture architecture) {
    try {
      return SafetensorsWriter.write(
          stored(), Map.of(METADATA, Json.mapper().writeValueAsString(architecture)));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(architecture.label() + " cannot be written", e);
    }
  }

  private List<StoredTensor> stored() {
    return tensors.values().stream().map(FloatTensor::stored).toList();
  }

  /** All tensors, sorted by name. */
  public List<FloatTensor> tensors() {
    return List.copyOf(tensors.values());
  }

  /**
   * One tensor.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  public FloatTensor tensor(String name) {
    FloatTensor tensor = tensors.get(name);
    if (tensor == null) {
      throw new IllegalArgumentException("the checkpoint has no " + name);
    }
    return tensor;
  }

  /**
   * Returns normally if names and shapes are exactly the architecture's and all values are finite.
   *
   * @throws ArtifactUnreadable listing every mismatch
   */
  public void requireFits(Architecture architecture) {
    Map<String, List<Long>> shapes = NetworkTensors.shapes(architecture);
    List<String> mismatches = new ArrayList<>();
    shapes.forEach(
        (name, shape) -> {
          FloatTensor tensor = tensors.get(name);
          if (tensor == null) {
            mismatches.add(name + " is absent");
          } else if (!tensor.shape().equals(shape)) {
            mismatches.add(name + " has the shape " + tensor.shape() + " instead of " + shape);
          }
        });
    for (FloatTensor tensor : tensors.values()) {
      if (!shapes.containsKey(tensor.name())) {
        mismatches.add(tensor.name() + " is unknown");
      }
      for (int i = 0; i < tensor.size(); i++) {
        if (!Float.isFinite(tensor.value(i))) {
          mismatches.add(tensor.name() + " holds " + tensor.value(i) + " at " + i);
          break;
        }
      }
    }
    if (!mismatches.isEmpty()) {
      throw new ArtifactUnreadable(
          "the checkpoint does not fit "
              + architecture.label()
              + ": "
              + String.join("; ", mismatches));
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Checkpoint that && tensors.equals(that.tensors);
  }

  @Override
  public int hashCode() {
    return tensors.hashCode();
  }

  @Override
  public String toString() {
    return "checkpoint" + tensors.values();
  }
}
