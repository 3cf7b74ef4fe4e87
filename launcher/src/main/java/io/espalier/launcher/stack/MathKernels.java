package io.espalier.launcher.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Environment for processes that compute: one thread per training, and the OpenBLAS kernel named,
 * because the library does not know newer processors and would take one that is four times slower.
 */
final class MathKernels {

  private static final Path CPUINFO = Path.of("/proc/cpuinfo");
  private static final String CORE_TYPE = "OPENBLAS_CORETYPE";

  private MathKernels() {}

  static Map<String, String> environment() throws IOException {
    Map<String, String> environment = new HashMap<>();
    environment.put("OMP_NUM_THREADS", "1");
    environment.put("OPENBLAS_NUM_THREADS", "1");
    if (System.getenv(CORE_TYPE) == null && Files.isReadable(CPUINFO)) {
      coreType(Files.readString(CPUINFO)).ifPresent(type -> environment.put(CORE_TYPE, type));
    }
    return environment;
  }

  /** The best kernel for a processor that describes itself like this (as in /proc/cpuinfo). */
  static Optional<String> coreType(String cpuinfo) {
    if (cpuinfo.matches("(?s).*\\bavx512f\\b.*")) {
      return Optional.of("SkylakeX");
    }
    return cpuinfo.matches("(?s).*\\bavx2\\b.*") ? Optional.of("Haswell") : Optional.empty();
  }
}
