package io.espalier.artifacts.mask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.artifacts.checkpoint.InitialWeights;
import io.espalier.artifacts.safetensors.ElementType;
import io.espalier.artifacts.safetensors.SafetensorsWriter;
import io.espalier.artifacts.safetensors.StoredTensor;
import io.espalier.artifacts.store.ArtifactUnreadable;
import io.espalier.plan.Architecture.FeedForward;
import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class MaskTest {
  private static final FeedForward NETWORK = new FeedForward(List.of(3, 2, 2));

  @Test
  void onesKeepEveryWeightAndNoBias() {
    Mask ones = Mask.ones(NETWORK);

    assertThat(ones.layers())
        .extracting(LayerMask::layer)
        .containsExactly("layer0.weight", "layer1.weight");
    assertThat(ones.kept()).isEqualTo(10).isEqualTo(ones.total());
    assertThat(ones.sparsity()).isZero();
  }

  @Test
  void aMaskIsWrittenAndReadBack() {
    Mask mask = mask(BitSet.valueOf(new long[] {0b100101}), BitSet.valueOf(new long[] {0}));

    assertThat(Mask.fromBytes(mask.toBytes(), NETWORK)).isEqualTo(mask);
    assertThat(mask.kept()).isEqualTo(3);
    assertThat(mask.layers().get(1).kept()).isZero();
    assertThat(mask.sparsity()).isEqualTo(0.7);
  }

  @Test
  void applyingItZeroesPrunedWeightsOnly() {
    Checkpoint dense = InitialWeights.checkpoint(NETWORK, 1);
    Mask mask = mask(BitSet.valueOf(new long[] {0b000010}), BitSet.valueOf(new long[] {0b1111}));

    Checkpoint pruned = mask.applyTo(dense);

    float kept = dense.tensor("layer0.weight").value(1);
    assertThat(pruned.tensor("layer0.weight").values()).containsExactly(0, kept, 0, 0, 0, 0);
    assertThat(pruned.tensor("layer1.weight")).isEqualTo(dense.tensor("layer1.weight"));
    assertThat(pruned.tensor("layer0.bias")).isEqualTo(dense.tensor("layer0.bias"));
  }

  @Test
  void everyMismatchIsListed() {
    byte[] file =
        SafetensorsWriter.write(
            List.of(
                bytes("layer0.weight", List.of(2L, 3L), 0, 1, 2, 1, 1, 1),
                bytes("x", List.of(0L))));

    assertThatThrownBy(() -> Mask.fromBytes(file, NETWORK))
        .isInstanceOf(ArtifactUnreadable.class)
        .hasMessage(
            "the mask does not fit 3-2-2: layer0.weight holds 2 at 2, allowed: 0, 1;"
                + " layer1.weight is absent; x is unknown");
  }

  @Test
  void aBitBeyondTheLayerIsRefused() {
    BitSet tooLong = new BitSet();
    tooLong.set(6);

    assertThatThrownBy(() -> new LayerMask("layer0.weight", List.of(2L, 3L), tooLong))
        .hasMessage("layer0.weight keeps weight 6, allowed: 0 to 5");
  }

  private static Mask mask(BitSet first, BitSet second) {
    return new Mask(
        List.of(
            new LayerMask("layer0.weight", List.of(2L, 3L), first),
            new LayerMask("layer1.weight", List.of(2L, 2L), second)));
  }

  private static StoredTensor bytes(String name, List<Long> shape, int... values) {
    ByteBuffer data = ByteBuffer.allocate(values.length);
    for (int value : values) {
      data.put((byte) value);
    }
    return new StoredTensor(name, ElementType.U8, shape, data.flip());
  }
}
