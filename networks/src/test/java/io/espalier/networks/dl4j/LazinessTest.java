package io.espalier.networks.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.espalier.artifacts.checkpoint.InitialWeights;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A service that has nothing to train must not pay for ND4J. */
class LazinessTest {

  /** What a service does while it waits for work; run in a JVM of its own. */
  static final class Waiting {
    private Waiting() {}

    public static void main(String[] arguments) {
      Dl4jTrainer trainer = new Dl4jTrainer();
      int tensors = InitialWeights.checkpoint(Training.SMALL, 1).tensors().size();
      if (!trainer.device().equals("cpu") || tensors != 4) {
        throw new IllegalStateException(trainer.device() + ", " + tensors + " tensors");
      }
    }
  }

  @Test
  void noClassOfNd4jIsLoadedBeforeTheFirstNetwork() throws Exception {
    Process java =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:stdout",
                "-cp",
                System.getProperty("java.class.path"),
                Waiting.class.getName())
            .redirectErrorStream(true)
            .start();
    String loaded = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(java.waitFor()).as(loaded).isZero();
    List<String> lines = loaded.lines().toList();
    assertThat(lines).anyMatch(line -> line.contains("io.espalier.networks.dl4j.Dl4jTrainer"));
    assertThat(lines)
        .noneMatch(line -> line.contains("] org.nd4j.") || line.contains("] org.deeplearning4j."));
  }
}
