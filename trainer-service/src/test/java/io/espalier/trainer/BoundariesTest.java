package io.espalier.trainer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.espalier.trainer.orders.planted.OrdersThatKnowKafka;
import io.espalier.trainer.share.planted.ShareThatKnowsOrders;
import io.espalier.trainer.telling.planted.TellingThatKnowsNetworks;
import org.junit.jupiter.api.Test;

/** The inner boundaries; each is also shown to bite. */
class BoundariesTest {
  private static final ArchRule DECISIONS_KNOW_NO_FRAMEWORK_AND_NO_EDGE =
      noClasses()
          .that()
          .resideInAPackage("io.espalier.trainer.orders..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.kafka..",
              "io.quarkus..",
              "io.smallrye..",
              "jakarta..",
              "org.eclipse.microprofile..",
              "io.espalier.log..",
              "io.espalier.networks.(trainer|training|loop|engine|dl4j)..",
              "io.espalier.trainer.(flow|following|running|share|telling|training)..");

  private static final ArchRule THE_SHARE_GROUP_KNOWS_NOT_WHAT_THE_WORK_IS =
      noClasses()
          .that()
          .resideInAPackage("io.espalier.trainer.share..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.quarkus..",
              "io.smallrye..",
              "jakarta..",
              "io.espalier.events..",
              "io.espalier.networks..",
              "io.espalier.trainer.(flow|following|orders|running|telling|training)..");

  private static final ArchRule ONLY_TRAINING_KNOWS_NETWORKS_AND_DATASETS =
      noClasses()
          .that()
          .resideInAPackage("io.espalier.trainer..")
          .and()
          .resideOutsideOfPackage("io.espalier.trainer.training..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.espalier.networks.(trainer|training|loop|engine|dl4j)..",
              "io.espalier.datasets..",
              "org.nd4j..",
              "org.deeplearning4j..");

  private final JavaClasses main =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.espalier.trainer");

  @Test
  void decisionsKnowNoFrameworkAndNoEdge() {
    DECISIONS_KNOW_NO_FRAMEWORK_AND_NO_EDGE.check(main);
    bites(DECISIONS_KNOW_NO_FRAMEWORK_AND_NO_EDGE, OrdersThatKnowKafka.class);
  }

  @Test
  void theShareGroupKnowsNotWhatTheWorkIs() {
    THE_SHARE_GROUP_KNOWS_NOT_WHAT_THE_WORK_IS.check(main);
    bites(THE_SHARE_GROUP_KNOWS_NOT_WHAT_THE_WORK_IS, ShareThatKnowsOrders.class);
  }

  @Test
  void onlyTrainingKnowsNetworksAndDatasets() {
    ONLY_TRAINING_KNOWS_NETWORKS_AND_DATASETS.check(main);
    bites(ONLY_TRAINING_KNOWS_NETWORKS_AND_DATASETS, TellingThatKnowsNetworks.class);
  }

  private static void bites(ArchRule rule, Class<?> planted) {
    JavaClasses violation = new ClassFileImporter().importClasses(planted);
    assertThatThrownBy(() -> rule.check(violation))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(planted.getSimpleName());
  }
}
