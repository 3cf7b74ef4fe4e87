package io.espalier.pruning;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.espalier.pruning.saliency.planted.SaliencyThatKnowsNetworks;
import io.espalier.pruning.step.planted.StepThatKnowsDl4j;
import org.junit.jupiter.api.Test;

/** The inner boundaries; each is also shown to bite. */
class BoundariesTest {
  private static final String CORE = "io.espalier.pruning.(saliency|schedule|step)..";

  private static final ArchRule DECISIONS_KNOW_NO_FILES_AND_NO_NETWORKS =
      noClasses()
          .that()
          .resideInAnyPackage("io.espalier.pruning.(saliency|schedule)..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                      "io.espalier.networks..",
                      "io.espalier.artifacts..",
                      "io.espalier.datasets..",
                      "java.io..",
                      "java.nio.file..")
                  .and(resideOutsideOfPackage("io.espalier.networks.ranking")));

  private static final ArchRule STEPS_DO_NOT_KNOW_THE_TRAINING_LIBRARY =
      noClasses()
          .that()
          .resideInAnyPackage(CORE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.espalier.networks.dl4j..", "org.deeplearning4j..", "org.nd4j..");

  private final JavaClasses main =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.espalier.pruning");

  @Test
  void decisionsKnowNoFilesAndNoNetworks() {
    DECISIONS_KNOW_NO_FILES_AND_NO_NETWORKS.check(main);
    bites(DECISIONS_KNOW_NO_FILES_AND_NO_NETWORKS, SaliencyThatKnowsNetworks.class);
  }

  @Test
  void stepsDoNotKnowTheTrainingLibrary() {
    STEPS_DO_NOT_KNOW_THE_TRAINING_LIBRARY.check(main);
    bites(STEPS_DO_NOT_KNOW_THE_TRAINING_LIBRARY, StepThatKnowsDl4j.class);
  }

  private static void bites(ArchRule rule, Class<?> planted) {
    JavaClasses violation = new ClassFileImporter().importClasses(planted);
    assertThatThrownBy(() -> rule.check(violation))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(planted.getSimpleName());
  }
}
