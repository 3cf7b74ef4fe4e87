package io.espalier.networks.feedforward;

import static org.assertj.core.api.Assertions.assertThat;

import io.espalier.artifacts.mask.LayerMask;
import io.espalier.artifacts.mask.Mask;
import io.espalier.networks.engine.Batch;
import io.espalier.networks.engine.Dropout;
import io.espalier.networks.engine.Model;
import io.espalier.plan.Architecture;
import io.espalier.plan.Architecture.FeedForward;
import io.espalier.plan.Architecture.GraphFeedForward;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A dense layer of rows above a sparse layer or a graph in lanes, and batches of unequal size. */
class BatchSizeTest {
  private static final int INPUTS = 40;
  private static final int CLASSES = 32;
  private static final int[] ORDER = IntStream.range(0, 128).toArray();

  static Stream<Setting> denseAboveLanes() {
    return Stream.of("plain", "vector")
        .flatMap(
            kernels ->
                Stream.of(
                    setting(kernels, new FeedForward(List.of(INPUTS, 33, 32, CLASSES))),
                    setting(
                        kernels,
                        new GraphFeedForward(INPUTS, Setting.dag(new Random(4)), CLASSES))));
  }

  @ParameterizedTest
  @MethodSource("denseAboveLanes")
  void aSmallerBatchGivesTheGradientsOfAFreshModel(Setting setting) {
    int[][] pairs = {{64, 50}, {64, 49}, {16, 1}, {128, 120}, {31, 17}, {50, 64}};
    for (int[] pair : pairs) {
      Model used = setting.model();
      Model fresh = setting.model();
      used.gradients(first(setting, pair[0]), Dropout.NONE);

      double loss = used.gradients(first(setting, pair[1]), Dropout.NONE);

      assertThat(loss).isEqualTo(fresh.gradients(first(setting, pair[1]), Dropout.NONE));
      assertThat(Setting.gradients(used))
          .as("%d samples, then %d", pair[0], pair[1])
          .isEqualTo(Setting.gradients(fresh));
    }
  }

  private static Batch first(Setting setting, int size) {
    return new Batch(setting.samples(), ORDER, 0, size);
  }

  /** Keeps few weights of the first layer and all others. */
  private static Setting setting(String kernels, Architecture architecture) {
    Random random = new Random(3);
    List<LayerMask> layers = new ArrayList<>(Mask.ones(architecture).layers());
    layers.set(0, Setting.mask(architecture, 0.05, random).layers().get(0));
    return new Setting(
        kernels,
        architecture,
        new Mask(layers),
        Setting.samples(ORDER.length, INPUTS, CLASSES, random));
  }
}
