package io.espalier.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.espalier.campaign.CampaignFile;
import io.espalier.campaign.CampaignReading;
import io.espalier.campaign.CampaignSpec;
import io.espalier.datasets.DatasetCatalogue;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DemoCampaignTest {
  private static final Path STUDIES = Path.of("..", "studies");

  @Test
  void offlineItIsTheSameCampaignOnGeneratedDigits() throws Exception {
    CampaignSpec online = spec(false);
    CampaignSpec offline = spec(true);

    assertThat(online.dataset()).isEqualTo(DemoCampaign.DATASET);
    assertThat(offline.dataset()).isEqualTo(DemoCampaign.OFFLINE_DATASET);
    assertThat(offline.seeds()).isEqualTo(online.seeds());
    assertThat(offline.training()).isEqualTo(online.training());
    assertThat(offline.branches()).isEqualTo(online.branches());
    assertThat(offline.trainings()).isEqualTo(online.trainings());
  }

  @Test
  void theResultsPromisedInTheReadmeAreAskedFor() throws Exception {
    assertThat(spec(false).branches())
        .extracting(b -> b.method().wireName())
        .containsExactly("dense-control", "magnitude-class-blinded", "magnitude-class-uniform");
    assertThat(spec(false).seeds()).hasSize(3);
  }

  private static CampaignSpec spec(boolean offline) throws Exception {
    DatasetCatalogue datasets = new DatasetCatalogue(Path.of("unused"));
    CampaignReading reading =
        CampaignFile.read(DemoCampaign.read(STUDIES, offline, datasets).text(), datasets.shapes());
    return ((CampaignReading.Accepted) reading).spec();
  }
}
