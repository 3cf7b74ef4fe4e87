package io.espalier.pruning;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.espalier.pruning.saliency.planted.SaliencyThatDecides;
import io.espalier.pruning.selection.planted.SelectionThatKnowsNetworks;
import io.espalier.pruning.selection.planted.SelectionThatKnowsSteps;
import io.espalier.pruning.step.planted.StepThatKnowsDl4j;
import org.junit.jupiter.api.Test;

/** The inner boundaries; each is also shown to bite. */
class BoundariesTest {
  private static final ArchRule DECISIONS_KNOW_NO_FILES_AND_NO_NETWORKS =
      noClasses()
          .that()
          .resideInAnyPackage("io.espalier.pruning.(units|selection|schedule)..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                      "io.espalier.networks..",
                      "io.espalier.artifacts.store..",
                      "io.espalier.datasets..",
                      "java.io..",
                      "java.nio.file..")
                  .and(resideOutsideOfPackage("io.espalier.networks.ranking")));

  private static final ArchRule STEPS_ARE_DONE_LAST =
      noClasses()
          .that()
          .resideInAnyPackage("io.espalier.pruning.(units|saliency|selection|schedule)..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.espalier.pruning.step..");

  private static final ArchRule SALIENCIES_DO_NOT_DECIDE =
      noClasses()
          .that()
          .resideInAnyPackage("io.espalier.pruning.(units|saliency)..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.espalier.pruning.(selection|schedule)..");

  private static final ArchRule NOTHING_KNOWS_THE_TRAINING_LIBRARY =
      noClasses()
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
    bites(DECISIONS_KNOW_NO_FILES_AND_NO_NETWORKS, SelectionThatKnowsNetworks.class);
  }

  @Test
  void stepsAreDoneLast() {
    STEPS_ARE_DONE_LAST.check(main);
    bites(STEPS_ARE_DONE_LAST, SelectionThatKnowsSteps.class);
  }

  @Test
  void salienciesDoNotDecide() {
    SALIENCIES_DO_NOT_DECIDE.check(main);
    bites(SALIENCIES_DO_NOT_DECIDE, SaliencyThatDecides.class);
  }

  @Test
  void nothingKnowsTheTrainingLibrary() {
    NOTHING_KNOWS_THE_TRAINING_LIBRARY.check(main);
    bites(NOTHING_KNOWS_THE_TRAINING_LIBRARY, StepThatKnowsDl4j.class);
  }

  private static void bites(ArchRule rule, Class<?> planted) {
    JavaClasses violation = new ClassFileImporter().importClasses(planted);
    assertThatThrownBy(() -> rule.check(violation))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(planted.getSimpleName());
  }
}
