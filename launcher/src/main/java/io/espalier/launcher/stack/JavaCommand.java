package io.espalier.launcher.stack;

import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines for child JVMs: small, guarded, and ended rather than crippled without memory. */
final class JavaCommand {

  /** Start-up counts for more than peak speed where nothing is computed. */
  static final List<String> QUICK_START = List.of("-XX:TieredStopAtLevel=1");

  /** Whatever a checkpoint or a message holds, no Java object is ever read from it. */
  private static final String NO_SERIALIZATION = "-Djdk.serialFilter=!*";

  private static final String VECTOR_API = "jdk.incubator.vector";

  private final String guard;

  /**
   * @param guard the option that loads the agent which watches the launcher
   */
  JavaCommand(String guard) {
    this.guard = guard;
  }

  /**
   * Options of a process that runs networks: with the Vector API, unless this Java has none, for
   * then the process would not start.
   */
  static List<String> networks() {
    return ModuleFinder.ofSystem().find(VECTOR_API).isPresent()
        ? List.of(NO_SERIALIZATION, "--add-modules=" + VECTOR_API)
        : List.of(NO_SERIALIZATION);
  }

  /** Runs a class of the launcher's own class path. */
  List<String> main(Class<?> main, int heapMegabytes, String... arguments) {
    List<String> command = java(heapMegabytes, QUICK_START);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    return command;
  }

  /** Runs a class of another class path. */
  List<String> main(String mainClass, String classPath, int heapMegabytes, List<String> options) {
    List<String> command = java(heapMegabytes, options);
    command.addAll(List.of("-cp", classPath, mainClass));
    return command;
  }

  /** Runs a jar. */
  List<String> jar(Path jar, int heapMegabytes, List<String> options) {
    List<String> command = java(heapMegabytes, options);
    command.addAll(List.of("-jar", jar.toString()));
    return command;
  }

  private List<String> java(int heapMegabytes, List<String> options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx" + heapMegabytes + "m",
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "-Djava.awt.headless=true",
            guard));
    command.addAll(options);
    return command;
  }
}
