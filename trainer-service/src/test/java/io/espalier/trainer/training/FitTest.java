package io.espalier.trainer.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.espalier.campaign.DatasetShape;
import io.espalier.campaign.SampleShape;
import io.espalier.plan.Architecture.FeedForward;
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
}
