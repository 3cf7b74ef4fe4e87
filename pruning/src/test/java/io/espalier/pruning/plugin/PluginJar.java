package io.espalier.pruning.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.espalier.artifacts.mask.Mask;
import io.espalier.datasets.Dataset;
import io.espalier.plan.TrialPlan;
import io.espalier.pruning.saliency.Saliency;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;

/** A jar with one saliency, compiled for the test. */
final class PluginJar {
  private PluginJar() {}

  /**
   * Writes a jar.
   *
   * @param name of the saliency, as a Java expression
   * @param services what META-INF/services says; empty: there is none
   */
  static void write(Path jar, String name, String services) throws IOException {
    Path sources = Files.createTempDirectory(jar.getParent(), "sources");
    Path source =
        Files.writeString(
            sources.resolve("Planted.java"),
            """
            import io.espalier.pruning.saliency.*;
            public class Planted implements Saliency {
              public String name() { return %s; }
              public SaliencyScores scores(ScoredNetwork network) {
                return SaliencyScores.of(java.util.Map.of());
              }
            }
            """
                .formatted(name));
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-cp", classPath(), "-proc:none", source.toString());
    assertThat(failed).isZero();
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      add(zip, "Planted.class", Files.readAllBytes(sources.resolve("Planted.class")));
      if (!services.isEmpty()) {
        add(
            zip,
            "META-INF/services/" + Saliency.class.getName(),
            services.getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }

  /** Of what a saliency sees. */
  private static String classPath() {
    return Stream.of(Saliency.class, Mask.class, Dataset.class, TrialPlan.class)
        .map(type -> type.getProtectionDomain().getCodeSource().getLocation().getPath())
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** The names of saliencies. */
  static List<String> names(List<Saliency> saliencies) {
    return saliencies.stream().map(Saliency::name).toList();
  }
}
