package io.espalier.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.espalier.datasets.idx.LabelledImages;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VectorSamplesTest {

  @Test
  void vectorsComeOutAsTheyWent() {
    VectorSamples samples =
        VectorSamples.of(List.of(new float[] {1, -2}, new float[] {3, 4}), 0, 127);
    float[] target = new float[4];

    samples.copyInto(1, target, 1);

    assertThat(target).containsExactly(0, 3, 4, 0);
    assertThat(samples.inputs()).isEqualTo(2);
    assertThat(samples.label(1)).isEqualTo(127);
    assertThat(samples.first(1).size()).isEqualTo(1);
    assertThatThrownBy(() -> samples.first(1).copyInto(1, target, 0))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void eachChannelOfAnImageIsNormalisedByItself() {
    LabelledImages images =
        new LabelledImages(new byte[] {9, 0, 51, 102, (byte) 255, 0, 0, 0, 0}, 1, 4, new byte[2]);
    Rows rows = new ImageRows(images, new Normalisation(List.of(0.0, 0.4), List.of(1.0, 0.2)));
    float[] target = new float[4];

    VectorSamples.all(rows).copyInto(0, target, 0);

    assertThat(target).containsExactly(0, 0.2f, 0, 3);
  }

  @Test
  void someInputsComeOutInputByInput() {
    byte[] pixels = new byte[11 * 4];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (5 * i);
    }
    LabelledImages images = new LabelledImages(pixels, 0, 4, new byte[11]);
    Normalisation normalisation = new Normalisation(List.of(0.0, 0.4), List.of(1.0, 0.2));
    VectorSamples all = VectorSamples.all(new ImageRows(images, normalisation));
    List<float[]> vectors = new ArrayList<>();
    for (int i = 0; i < 11; i++) {
      float[] vector = new float[4];
      all.copyInto(i, vector, 0);
      vectors.add(vector);
    }
    int[] members = {10, 3, 3, 0, 1, 2, 4, 5, 6, 9};
    int[] inputs = {0, 2, 3};

    for (VectorSamples samples : List.of(all, VectorSamples.of(vectors, new int[11]))) {
      float[] target = new float[3 * 12];
      samples.copyTransposed(members, inputs, target, 12);
      for (int i = 0; i < inputs.length; i++) {
        for (int s = 0; s < 12; s++) {
          float expected = s < members.length ? vectors.get(members[s])[inputs[i]] : 0;
          assertThat(target[i * 12 + s]).isEqualTo(expected);
        }
      }
    }
  }

  @Test
  void vectorsOfDifferingLengthsAreRefused() {
    assertThatThrownBy(() -> VectorSamples.of(List.of(new float[2], new float[3]), 0, 1))
        .hasMessageContaining("values of vector 1 is 3");
    assertThatThrownBy(() -> VectorSamples.of(List.of())).hasMessageContaining("labels is 0");
  }
}
