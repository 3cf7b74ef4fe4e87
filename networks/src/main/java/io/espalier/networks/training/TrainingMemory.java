package io.espalier.networks.training;

import io.espalier.artifacts.tensors.NetworkTensors;
import io.espalier.plan.Architecture;

/**
 * Memory that a training needs, estimated before it is allocated: a process that runs out of it
 * would take other trainings with it.
 */
public final class TrainingMemory {
  /** Copies of all parameters at the peak, as floats. */
  private static final int PARAMETER_COPIES = 8;

  /** Per sample: a unit's output and its gradient, both also as the next layer reads them. */
  private static final int UNIT_COPIES = 4;

  private TrainingMemory() {}

  /**
   * For the parameters alone.
   *
   * @throws UnbuildableNetwork if this process may not use as much
   */
  public static void require(Architecture architecture) {
    double parameters = parameters(architecture);
    String what =
        String.format("%s has %.0f parameters; training it", architecture.label(), parameters);
    requireFloats(what, parameters * PARAMETER_COPIES);
  }

  /**
   * For the parameters and the activations of a batch.
   *
   * @throws UnbuildableNetwork if this process may not use as much
   */
  public static void require(Architecture architecture, int batchSize) {
    double activations = (double) units(architecture) * UNIT_COPIES * batchSize;
    requireFloats(
        "training " + architecture.label() + " in batches of " + batchSize,
        parameters(architecture) * PARAMETER_COPIES + activations);
  }

  private static void requireFloats(String what, double floats) {
    double megabytes = floats * Float.BYTES / (1 << 20);
    long allowed = Runtime.getRuntime().maxMemory() >> 20;
    if (megabytes > allowed) {
      throw new UnbuildableNetwork(
          String.format(
              "%s needs about %.0f MB, this process may use %d MB (-Xmx)",
              what, megabytes, allowed));
    }
  }

  /** As a double: products of sizes may exceed a long. */
  private static double parameters(Architecture architecture) {
    return NetworkTensors.of(architecture).stream()
        .mapToDouble(
            spec -> spec.shape().stream().mapToDouble(size -> size).reduce(1, (a, b) -> a * b))
        .sum();
  }

  /**
   * Units whose activations are held for a whole batch; none in recurrent and cell networks, whose
   * models work on portions that they bound themselves.
   */
  private static long units(Architecture architecture) {
    return architecture.match(
        network -> network.widths().stream().mapToLong(width -> width).sum(),
        network -> (long) network.inputs() + network.graph().nodes() + network.classes(),
        stack -> 0L,
        graph -> 0L,
        cells -> 0L);
  }
}
