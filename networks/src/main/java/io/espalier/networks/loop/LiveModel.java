package io.espalier.networks.loop;

import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.artifacts.checkpoint.FloatTensor;
import io.espalier.artifacts.mask.Mask;
import io.espalier.artifacts.tensors.NetworkTensors;
import io.espalier.networks.engine.Batch;
import io.espalier.networks.engine.Dropout;
import io.espalier.networks.engine.Model;
import io.espalier.networks.engine.ModelBuilder;
import io.espalier.networks.engine.Parameter;
import io.espalier.plan.Architecture;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A network whose structure can change: the model of the present structure, rebuilt with each. */
final class LiveModel<A extends Architecture> implements AutoCloseable {
  private final A architecture;
  private final ModelBuilder<A> builder;
  private Mask mask;
  private Model model;

  LiveModel(A architecture, ModelBuilder<A> builder, Checkpoint checkpoint) {
    this.architecture = architecture;
    this.builder = builder;
    this.mask = Mask.ones(architecture);
    this.model = builder.build(architecture, checkpoint, mask);
  }

  /** The model of the present structure; another one after each {@link #restructure}. */
  Model model() {
    return model;
  }

  Mask mask() {
    return mask;
  }

  /** Goes on with the same values where a weight stays, and 0 where one comes or goes. */
  void restructure(Mask next) {
    if (!next.equals(mask)) {
      Model before = model;
      model = builder.build(architecture, checkpoint(), next);
      mask = next;
      before.close();
    }
  }

  /** All tensors with the present values, 0 where none is. */
  Checkpoint checkpoint() {
    List<FloatTensor> tensors = new ArrayList<>();
    Map<String, float[]> values = dense(model, Parameter::values);
    NetworkTensors.shapes(architecture)
        .forEach((name, shape) -> tensors.add(new FloatTensor(name, shape, values.get(name))));
    return new Checkpoint(tensors);
  }

  /** The values of the maskable tensors by name, 0 where none is. */
  Map<String, float[]> weights() {
    return maskable(dense(model, Parameter::values));
  }

  /** The gradients of the maskable tensors by name, also of weights that are not there. */
  Map<String, float[]> gradientsOfAll(Batch batch) {
    try (Model dense = builder.build(architecture, checkpoint(), Mask.ones(architecture))) {
      dense.gradients(batch, Dropout.NONE);
      return maskable(dense(dense, Parameter::gradients));
    }
  }

  /** The first parameter that holds NaN or an infinite value, and which it is. */
  Optional<String> nonFinite() {
    for (Parameter parameter : model.parameters()) {
      for (float value : parameter.values()) {
        if (!Float.isFinite(value)) {
          return Optional.of(parameter.name() + " became " + value);
        }
      }
    }
    return Optional.empty();
  }

  @Override
  public void close() {
    model.close();
  }

  private Map<String, float[]> maskable(Map<String, float[]> tensors) {
    tensors.keySet().retainAll(NetworkTensors.maskable(architecture).keySet());
    return tensors;
  }

  private Map<String, float[]> dense(Model source, Function<Parameter, float[]> entries) {
    Map<String, float[]> tensors = new HashMap<>();
    NetworkTensors.shapes(architecture)
        .forEach((name, shape) -> tensors.put(name, new float[size(shape)]));
    for (Parameter parameter : source.parameters()) {
      float[] tensor = tensors.get(parameter.name());
      int[] positions = parameter.positions();
      float[] stored = entries.apply(parameter);
      for (int i = 0; i < stored.length; i++) {
        if (positions[i] >= 0) {
          tensor[positions[i]] = stored[i];
        }
      }
    }
    return tensors;
  }

  private static int size(List<Long> shape) {
    return Math.toIntExact(shape.stream().reduce(1L, Math::multiplyExact));
  }
}
