package io.espalier.rules.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import io.espalier.campaign.CampaignFile;
import io.espalier.campaign.CampaignReading;
import io.espalier.campaign.DatasetShape;
import io.espalier.campaign.SampleShape;
import io.espalier.envelope.Json;
import io.espalier.plan.Architecture;
import io.espalier.plan.CellOperation;
import io.espalier.plan.CellType;
import io.espalier.plan.Distribution;
import io.espalier.plan.GraphPrior;
import io.espalier.plan.LearningRateSchedule;
import io.espalier.plan.PruningMethod.Control;
import io.espalier.plan.PruningMethod.Criterion;
import io.espalier.plan.RecurrentBlocks;
import io.espalier.plan.StructureLearning;
import io.espalier.rules.Repository;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CampaignDocumentTest {
  private static final String TEXT =
      Repository.read(Repository.ROOT.resolve("docs/campaign-file.md"));
  private static final Map<String, DatasetShape> DATASETS =
      Map.of(
          "mnist", new DatasetShape("mnist", new SampleShape.Image(1, 28, 28), 10),
          "reber", new DatasetShape("reber", new SampleShape.Sequence(128, 53), 2));

  @Test
  void theExampleIsACampaignWithEveryField() {
    int start = TEXT.indexOf("```yaml\n") + 8;
    String example = TEXT.substring(start, TEXT.indexOf("```", start));
    assertThat(CampaignFile.read(example, DATASETS))
        .isInstanceOfSatisfying(
            CampaignReading.Accepted.class,
            accepted -> assertThat(accepted.spec().trainings()).isEqualTo(66));
  }

  @Test
  void everySaliencyDistributionAndControlIsExplained() {
    Stream.of(
            Criterion.SALIENCIES.stream(),
            Arrays.stream(Distribution.values()).map(Distribution::wireName),
            Arrays.stream(Control.values()).map(Control::wireName))
        .flatMap(names -> names)
        .forEach(name -> assertThat(TEXT).contains("\n| `" + name + "` | "));
  }

  @ParameterizedTest
  @ValueSource(classes = {CellType.class, CellOperation.class, RecurrentBlocks.class})
  void everyChoiceIsNamed(Class<? extends Enum<?>> choices) {
    for (Enum<?> choice : choices.getEnumConstants()) {
      assertThat(TEXT).contains('`' + Json.mapper().convertValue(choice, String.class) + '`');
    }
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        Architecture.class,
        GraphPrior.class,
        LearningRateSchedule.class,
        StructureLearning.class
      })
  void everyFormHasARow(Class<?> forms) {
    for (JsonSubTypes.Type form : forms.getAnnotation(JsonSubTypes.class).value()) {
      assertThat(TEXT).contains("\n| `" + form.name() + "` ");
    }
  }

  @Test
  void theStudiesAreAccepted() {
    List<Path> studies = Repository.files(Repository.ROOT.resolve("studies"), ".yaml");
    assertThat(studies).isNotEmpty();
    assertThat(studies)
        .allSatisfy(
            study ->
                assertThat(CampaignFile.read(Repository.read(study), DATASETS))
                    .isInstanceOf(CampaignReading.Accepted.class));
  }
}
