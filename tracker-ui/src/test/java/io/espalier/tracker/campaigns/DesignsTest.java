package io.espalier.tracker.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import io.espalier.plan.CellType;
import io.espalier.plan.GraphPrior;
import io.espalier.plan.GraphPrior.Amount;
import io.espalier.plan.GraphPrior.Range;
import io.espalier.tracker.fold.Families;
import java.util.List;
import org.junit.jupiter.api.Test;

class DesignsTest {
  private static final GraphPrior LARGER =
      new GraphPrior.BarabasiAlbert(new Range(50, 50), new Amount(5, false));

  @Test
  void allGraphsAndSeedsOfAPriorAreOneDesign() {
    Designs designs =
        Designs.of(
            Families.campaign(
                List.of(Families.stack(8)),
                List.of(Families.recurrent(CellType.GRU, Families.ATTACHMENT, 2, 1))));

    assertThat(designs.labels()).containsExactly("gru 8-8", "gru on barabasi-albert");
    assertThat(designs.ofTrial(0)).isEqualTo("gru 8-8");
    assertThat(designs.ofTrial(2)).isEqualTo("gru on barabasi-albert");
    assertThat(designs.ofTrial(3)).isEqualTo("gru 8-8");
    assertThat(designs.ofTrial(5)).isEqualTo("gru on barabasi-albert");
  }

  @Test
  void priorsOfOneNameAreToldApartByTheirParameters() {
    Designs designs =
        Designs.of(
            Families.campaign(
                List.of(),
                List.of(
                    Families.recurrent(CellType.GRU, Families.ATTACHMENT, 1, 1),
                    Families.recurrent(CellType.GRU, LARGER, 1, 1),
                    Families.recurrent(CellType.LSTM, LARGER, 1, 1))));

    assertThat(designs.labels())
        .containsExactly(
            "gru on barabasi-albert (n 10-14, attachments n/10)",
            "gru on barabasi-albert (n 50, attachments 5)",
            "lstm on barabasi-albert");
  }

  @Test
  void furtherGraphsOfTheSamePriorAreTheSameDesign() {
    Designs designs =
        Designs.of(
            Families.campaign(
                List.of(),
                List.of(
                    Families.recurrent(CellType.GRU, LARGER, 3, 1),
                    Families.recurrent(CellType.GRU, LARGER, 5, 2))));

    assertThat(designs.labels()).containsExactly("gru on barabasi-albert");
  }

  @Test
  void architecturesThatOnlyLookAlikeAreNumbered() {
    Designs designs =
        Designs.of(
            Families.campaign(
                List.of(Families.stack(8), Families.stack(50), Families.stack(8)), List.of()));

    assertThat(designs.labels()).containsExactly("gru 8-8 (1)", "gru 8-8 (2)");
    assertThat(designs.ofTrial(2)).isEqualTo("gru 8-8 (1)");
  }
}
