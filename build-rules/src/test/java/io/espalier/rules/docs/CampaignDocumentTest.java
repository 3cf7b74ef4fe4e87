package io.espalier.rules.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.espalier.campaign.CampaignFile;
import io.espalier.campaign.CampaignReading;
import io.espalier.campaign.DatasetShape;
import io.espalier.campaign.SampleShape;
import io.espalier.plan.PruningMethod;
import io.espalier.rules.Repository;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CampaignDocumentTest {
  private static final String TEXT =
      Repository.read(Repository.ROOT.resolve("docs/campaign-file.md"));
  private static final Map<String, DatasetShape> DATASETS =
      Map.of("mnist", new DatasetShape("mnist", new SampleShape.Image(1, 28, 28), 10));

  @Test
  void theExampleIsACampaignWithEveryField() {
    int start = TEXT.indexOf("```yaml\n") + 8;
    String example = TEXT.substring(start, TEXT.indexOf("```", start));
    assertThat(CampaignFile.read(example, DATASETS))
        .isInstanceOfSatisfying(
            CampaignReading.Accepted.class,
            accepted -> assertThat(accepted.spec().trainings()).isEqualTo(48));
  }

  @Test
  void everyMethodIsExplained() {
    for (PruningMethod method : PruningMethod.values()) {
      assertThat(TEXT).contains("\n| `" + method.wireName() + "` | ");
    }
  }

  @Test
  void theStudiesOnMnistAreAccepted() {
    List<Path> studies = Repository.files(Repository.ROOT.resolve("studies"), ".yaml");
    assertThat(studies).isNotEmpty();
    assertThat(studies.stream().map(Repository::read).filter(s -> s.contains("dataset: mnist")))
        .allSatisfy(
            study ->
                assertThat(CampaignFile.read(study, DATASETS))
                    .isInstanceOf(CampaignReading.Accepted.class));
  }
}
