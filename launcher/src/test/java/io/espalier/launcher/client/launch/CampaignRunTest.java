package io.espalier.launcher.client.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.espalier.launcher.client.view.Campaign;
import java.util.List;
import org.junit.jupiter.api.Test;

class CampaignRunTest {
  @Test
  void onlyACampaignInWhichEverythingEndedWellIsASuccess() {
    assertThat(CampaignRun.exitCode(campaign(Campaign.State.FINISHED, 0, 0))).isZero();
    assertThat(CampaignRun.exitCode(campaign(Campaign.State.FINISHED, 1, 0))).isEqualTo(1);
    assertThat(CampaignRun.exitCode(campaign(Campaign.State.FINISHED, 0, 1))).isEqualTo(1);
    assertThat(CampaignRun.exitCode(campaign(Campaign.State.STOPPED, 0, 0))).isEqualTo(1);
  }

  @Test
  void howItEndedIsSaidInASentence() {
    assertThat(CampaignRun.verdict(campaign(Campaign.State.FINISHED, 1, 3)))
        .isEqualTo("4 of 12 trainings failed or were cancelled; the page says why.");
    assertThat(CampaignRun.verdict(campaign(Campaign.State.STOPPED, 0, 0))).contains("stopped");
  }

  private static Campaign campaign(Campaign.State state, int failed, int cancelled) {
    return new Campaign(
        "c1",
        "n",
        "mnist",
        state,
        null,
        null,
        3,
        12,
        new Campaign.Counts(0, 0, 12 - failed - cancelled, failed, cancelled),
        List.of());
  }
}
