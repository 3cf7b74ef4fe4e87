package io.espalier.pruning.units;

import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.artifacts.checkpoint.FloatTensor;
import io.espalier.artifacts.mask.Mask;
import io.espalier.artifacts.tensors.NetworkTensors;
import io.espalier.plan.Architecture;
import io.espalier.plan.Architecture.FeedForward;
import io.espalier.plan.Architecture.RecurrentStack;
import io.espalier.plan.Require;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes cut units out of a network for good: first to exactly zero, then out of its tensors.
 *
 * <p>A unit all of whose weights are masked and whose biases are zero puts out exactly zero (ReLU
 * and tanh of 0 are 0; the gates of an LSTM or GRU cell then weigh a candidate and a state of 0).
 * The gradient of what it has that no mask covers is a multiple of its output or of what flows back
 * to it, both exactly 0, so no training brings it back.
 */
public final class Shrinking {
  private Shrinking() {}

  /** A smaller dense network. */
  public record Smaller(Architecture architecture, Checkpoint checkpoint) {
    public Smaller {
      Require.present("smaller.architecture", architecture);
      Require.present("smaller.checkpoint", checkpoint);
    }
  }

  /**
   * The checkpoint with the biases, and the unmaskable weights, of the units that have no weight
   * left set to zero. O(parameters).
   */
  public static Checkpoint zeroed(Architecture architecture, Checkpoint checkpoint, Mask mask) {
    Map<String, BitSet> gone = new HashMap<>();
    for (UnitLayer layer : UnitLayers.of(architecture)) {
      BitSet cut = layer.there(mask);
      cut.flip(0, layer.units());
      for (UnitSlices slices : layer.unmaskable()) {
        mark(slices, cut, gone);
      }
    }
    List<FloatTensor> tensors = new ArrayList<>();
    for (FloatTensor tensor : checkpoint.tensors()) {
      float[] values = tensor.values();
      gone.getOrDefault(tensor.name(), new BitSet()).stream().forEach(i -> values[i] = 0);
      tensors.add(new FloatTensor(tensor.name(), tensor.shape(), values));
    }
    return new Checkpoint(tensors);
  }

  /**
   * The same function without the units whose every weight out of them is zero; a layer of such
   * units alone keeps its first. O(parameters).
   *
   * @param checkpoint fits the architecture; what its mask does not keep is zero
   * @return empty for families whose units cannot be taken out
   */
  public static Optional<Smaller> shrunk(Architecture architecture, Checkpoint checkpoint) {
    List<UnitLayer> layers = UnitLayers.of(architecture);
    if (layers.isEmpty()) {
      return Optional.empty();
    }
    Map<String, BitSet> gone = new HashMap<>();
    List<Integer> widths = new ArrayList<>();
    for (UnitLayer layer : layers) {
      BitSet idle = idle(layer, checkpoint);
      if (idle.cardinality() == layer.units()) {
        idle.clear(0);
      }
      layer.into().forEach(slices -> mark(slices, idle, gone));
      layer.outOf().forEach(slices -> mark(slices, idle, gone));
      layer.biases().forEach(slices -> mark(slices, idle, gone));
      widths.add(layer.units() - idle.cardinality());
    }
    Architecture smaller = resized(architecture, widths);
    List<FloatTensor> tensors = new ArrayList<>();
    NetworkTensors.shapes(smaller)
        .forEach(
            (name, shape) -> {
              float[] left = without(checkpoint.tensor(name), gone.get(name));
              tensors.add(new FloatTensor(name, shape, left));
            });
    return Optional.of(new Smaller(smaller, new Checkpoint(tensors)));
  }

  private static BitSet idle(UnitLayer layer, Checkpoint checkpoint) {
    BitSet idle = new BitSet();
    idle.set(0, layer.units());
    for (UnitSlices slices : layer.outOf()) {
      FloatTensor tensor = checkpoint.tensor(slices.tensor());
      for (int unit = 0; unit < layer.units(); unit++) {
        if (slices.positions(unit).anyMatch(i -> tensor.value(i) != 0)) {
          idle.clear(unit);
        }
      }
    }
    return idle;
  }

  private static void mark(UnitSlices slices, BitSet units, Map<String, BitSet> marked) {
    BitSet positions = marked.computeIfAbsent(slices.tensor(), tensor -> new BitSet());
    units.stream().flatMap(slices::positions).forEach(positions::set);
  }

  private static float[] without(FloatTensor tensor, BitSet gone) {
    if (gone == null) {
      return tensor.values();
    }
    float[] left = new float[tensor.size() - gone.cardinality()];
    int next = 0;
    for (int i = gone.nextClearBit(0); i < tensor.size(); i = gone.nextClearBit(i + 1)) {
      left[next++] = tensor.value(i);
    }
    return left;
  }

  private static Architecture resized(Architecture architecture, List<Integer> hidden) {
    if (architecture instanceof FeedForward network) {
      List<Integer> widths = new ArrayList<>(List.of(network.widths().get(0)));
      widths.addAll(hidden);
      widths.add(network.classes());
      return new FeedForward(widths);
    }
    RecurrentStack stack = (RecurrentStack) architecture;
    return new RecurrentStack(
        stack.cell(), stack.alphabet(), stack.embedding(), hidden, stack.classes());
  }
}
