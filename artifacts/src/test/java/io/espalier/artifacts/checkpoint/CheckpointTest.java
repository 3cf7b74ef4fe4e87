package io.espalier.artifacts.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.espalier.artifacts.mask.Mask;
import io.espalier.artifacts.store.ArtifactUnreadable;
import io.espalier.plan.Architecture.FeedForward;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckpointTest {
  private static final FeedForward NETWORK = new FeedForward(List.of(3, 2));

  @Test
  void equalWeightsGiveEqualBytesInAnyOrder() {
    FloatTensor weight = tensor("layer0.weight", List.of(2L, 3L), 1, 2, 3, 4, 5, -0f);
    FloatTensor bias = tensor("layer0.bias", List.of(2L), 6, 7);

    byte[] bytes = new Checkpoint(List.of(weight, bias)).toBytes();

    assertThat(new Checkpoint(List.of(bias, weight)).toBytes()).isEqualTo(bytes);
    assertThat(Checkpoint.fromBytes(bytes)).isEqualTo(new Checkpoint(List.of(weight, bias)));
    assertThat(Checkpoint.fromBytes(bytes).toBytes()).isEqualTo(bytes);
  }

  @Test
  void aCheckpointOfTheArchitectureFits() {
    InitialWeights.checkpoint(NETWORK, 1).requireFits(NETWORK);
  }

  @Test
  void everyMismatchIsListed() {
    Checkpoint checkpoint =
        new Checkpoint(
            List.of(
                tensor("layer0.weight", List.of(3L, 2L), 1, 2, 3, 4, Float.NaN, 6),
                tensor("layer1.weight", List.of(1L), 1)));

    assertThatThrownBy(() -> checkpoint.requireFits(NETWORK))
        .isInstanceOf(ArtifactUnreadable.class)
        .hasMessage(
            "the checkpoint does not fit 3-2: layer0.weight has the shape [3, 2] instead of [2, 3];"
                + " layer0.bias is absent; layer0.weight holds NaN at 4; layer1.weight is unknown");
  }

  @Test
  void aMaskIsNoCheckpoint() {
    assertThatThrownBy(() -> Checkpoint.fromBytes(Mask.ones(NETWORK).toBytes()))
        .isInstanceOf(ArtifactUnreadable.class)
        .hasMessage("layer0.weight holds U8, a checkpoint holds F32");
  }

  @Test
  void valuesCannotBeChangedFromOutside() {
    float[] values = {1, 2};
    FloatTensor tensor = new FloatTensor("a", List.of(2L), values);
    values[0] = 9;
    tensor.values()[1] = 9;

    assertThat(tensor.values()).containsExactly(1, 2);
  }

  private static FloatTensor tensor(String name, List<Long> shape, float... values) {
    return new FloatTensor(name, shape, values);
  }
}
