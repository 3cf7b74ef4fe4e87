package io.espalier.networks.kernels;

/**
 * Chooses between plain loops and the Vector API, which is there only in a JVM started with {@code
 * --add-modules jdk.incubator.vector}. The system property {@code espalier.kernels} ({@code plain}
 * or {@code vector}) overrides the choice.
 */
final class KernelChoice {
  static final String PROPERTY = "espalier.kernels";
  static final Kernels FASTEST = of(System.getProperty(PROPERTY, ""));

  private static final String MODULE = "jdk.incubator.vector";
  private static final String VECTOR = "io.espalier.networks.kernels.vector.VectorKernels";

  private KernelChoice() {}

  /**
   * @param wanted {@code plain}, {@code vector}, or empty for the faster one that is there
   * @throws IllegalArgumentException if it is something else
   * @throws IllegalStateException if the Vector API is wanted and absent
   */
  static Kernels of(String wanted) {
    boolean present = ModuleLayer.boot().findModule(MODULE).isPresent();
    return switch (wanted) {
      case "" -> present ? vector() : new PlainKernels();
      case "plain" -> new PlainKernels();
      case "vector" -> {
        if (!present) {
          throw new IllegalStateException(
              PROPERTY + " is vector, which needs the option --add-modules " + MODULE);
        }
        yield vector();
      }
      default ->
          throw new IllegalArgumentException(
              PROPERTY + " is '" + wanted + "', allowed: plain, vector or nothing");
    };
  }

  /** By name: nothing here may refer to classes that do not load without the module. */
  private static Kernels vector() {
    try {
      return Class.forName(VECTOR).asSubclass(Kernels.class).getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(VECTOR + " cannot be loaded", e);
    }
  }
}
