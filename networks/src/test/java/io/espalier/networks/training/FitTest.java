package io.espalier.networks.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.espalier.campaign.DatasetShape;
import io.espalier.campaign.SampleShape;
import io.espalier.plan.Architecture.CellNetwork;
import io.espalier.plan.Architecture.FeedForward;
import io.espalier.plan.Architecture.GraphFeedForward;
import io.espalier.plan.Architecture.GraphRecurrent;
import io.espalier.plan.Architecture.RecurrentStack;
import io.espalier.plan.CellOperation;
import io.espalier.plan.CellType;
import io.espalier.plan.Dag;
import io.espalier.plan.ImageShape;
import io.espalier.plan.RecurrentBlocks;
import java.util.List;
import org.junit.jupiter.api.Test;

class FitTest {
  private static final DatasetShape DIGITS =
      new DatasetShape("digits", new SampleShape.Image(1, 28, 28), 10);

  @Test
  void aNetworkWithTheDatasetsInputsAndClassesFits() {
    assertThat(Fit.mismatch(new FeedForward(List.of(784, 5, 10)), DIGITS)).isEmpty();
  }

  @Test
  void aNetworkWithOtherInputsDoesNotFitAndBothSidesAreNamed() {
    assertThat(Fit.mismatch(new FeedForward(List.of(100, 5, 10)), DIGITS))
        .hasValueSatisfying(m -> assertThat(m).contains("100-5-10", "digits", "784", "100"));
  }

  @Test
  void aNetworkWithOtherClassesDoesNotFit() {
    assertThat(Fit.mismatch(new FeedForward(List.of(784, 5, 2)), DIGITS)).isPresent();
  }

  @Test
  void aNetworkForVectorsDoesNotFitSequences() {
    DatasetShape strings = new DatasetShape("strings", new SampleShape.Sequence(128, 50), 2);

    assertThat(Fit.mismatch(new FeedForward(List.of(50, 5, 2)), strings))
        .hasValueSatisfying(m -> assertThat(m).contains("50-5-2", "strings", "sequences"));
  }

  @Test
  void aNetworkForSequencesFitsAnyAlphabetThatItsOwnHolds() {
    RecurrentStack stack = new RecurrentStack(CellType.GRU, 128, 8, List.of(4), 2);

    assertThat(Fit.mismatch(stack, strings(128))).isEmpty();
    assertThat(Fit.mismatch(stack, strings(100))).isEmpty();
    assertThat(Fit.mismatch(new RecurrentStack(CellType.GRU, 99, 8, List.of(4), 2), strings(100)))
        .hasValueSatisfying(m -> assertThat(m).contains("99 tokens", "100 tokens"));
    assertThat(Fit.mismatch(stack, DIGITS)).isPresent();
  }

  @Test
  void networksOnGraphsFitAsTheirKindDoes() {
    assertThat(Fit.mismatch(new GraphFeedForward(784, Dag.SINGLE_EDGE, 10), DIGITS)).isEmpty();
    assertThat(Fit.mismatch(new GraphFeedForward(783, Dag.SINGLE_EDGE, 10), DIGITS)).isPresent();
    assertThat(
            Fit.mismatch(
                new GraphRecurrent(CellType.TANH, 128, Dag.SINGLE_EDGE, RecurrentBlocks.SINGLE, 2),
                strings(128)))
        .isEmpty();
  }

  @Test
  void aNetworkForImagesNeedsTheirChannelsAndSize() {
    assertThat(Fit.mismatch(cells(new ImageShape(1, 28, 28)), DIGITS)).isEmpty();
    assertThat(Fit.mismatch(cells(new ImageShape(1, 14, 56)), DIGITS)).isPresent();
    assertThat(
            Fit.mismatch(
                cells(new ImageShape(1, 28, 28)),
                new DatasetShape("flat", new SampleShape.Vector(784), 10)))
        .isPresent();
  }

  private static CellNetwork cells(ImageShape image) {
    List<CellOperation> operations = List.of(CellOperation.IDENTITY, CellOperation.CONVOLUTION_1);
    return new CellNetwork(image, 1, Dag.SINGLE_EDGE, operations, 4, 10);
  }

  private static DatasetShape strings(int alphabet) {
    return new DatasetShape("strings", new SampleShape.Sequence(alphabet, 50), 2);
  }
}
