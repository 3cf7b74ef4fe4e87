package io.espalier.networks.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** What may import what in this module; every rule must also find what is planted against it. */
class BoundariesTest {
  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.espalier.networks");
  private static final JavaClasses PLANTED =
      new ClassFileImporter().importPackages("io.espalier.networks.architecture.planted");

  private static final ArchRule ONLY_THE_ADAPTER_KNOWS_DL4J =
      noClasses()
          .that()
          .resideOutsideOfPackages("io.espalier.networks.dl4j", "io.espalier.networks.trainer")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.deeplearning4j..", "org.nd4j..", "io.espalier.networks.dl4j..");

  private static final ArchRule THE_LOOP_KNOWS_NO_FAMILY =
      noClasses()
          .that()
          .resideInAnyPackage(
              "io.espalier.networks.loop",
              "io.espalier.networks.optimizing",
              "io.espalier.networks.structurelearning",
              "io.espalier.networks.architecture.planted")
          .should()
          .dependOnClassesThat()
          .haveNameMatching("io\\.espalier\\.plan\\.Architecture\\$.*");

  private static final ArchRule NO_MODEL_FILES_OF_DL4J =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("org.deeplearning4j.util.ModelSerializer")
          .orShould()
          .callMethodWhere(
              DescribedPredicate.describe(
                  "a method that reads DL4J's JSON or YAML",
                  call -> call.getTarget().getName().matches("from(Json|Yaml)")));

  private static final ArchRule NO_JAVA_SERIALIZATION =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.io.ObjectInputStream");

  @Test
  void onlyTheAdapterKnowsDl4j() {
    holdsAndBites(ONLY_THE_ADAPTER_KNOWS_DL4J);
  }

  @Test
  void theLoopKnowsNoFamilyOfNetworks() {
    holdsAndBites(THE_LOOP_KNOWS_NO_FAMILY);
  }

  @Test
  void modelFilesOfDl4jAreNeverRead() {
    holdsAndBites(NO_MODEL_FILES_OF_DL4J);
  }

  @Test
  void nothingIsDeserialised() {
    holdsAndBites(NO_JAVA_SERIALIZATION);
  }

  private static void holdsAndBites(ArchRule rule) {
    assertThat(MAIN).isNotEmpty();
    rule.check(MAIN);
    assertThat(rule.evaluate(PLANTED).hasViolation()).as("finds the planted violation").isTrue();
  }
}
