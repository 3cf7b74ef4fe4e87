package io.espalier.tracker;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.espalier.tracker.planted.FoldThatPublishes;
import io.espalier.tracker.planted.LearningTracker;
import io.espalier.tracker.planted.QueryingPage;
import io.espalier.tracker.planted.ResourceThatPublishes;
import jakarta.ws.rs.Path;
import org.junit.jupiter.api.Test;

/** The inner boundaries, each shown to bite on a planted violation. */
class BoundariesTest {
  private static final String[] DATABASE = {
    "jakarta.persistence..",
    "org.hibernate..",
    "io.quarkus.hibernate..",
    "java.sql..",
    "javax.sql.."
  };
  private static final String[] WITH_DATABASE = {
    "..tracker.columns..",
    "..tracker.campaigns..",
    "..tracker.trials..",
    "..tracker.workers..",
    "..tracker.audit..",
    "..tracker.steps..",
    "..tracker.statistics.campaign..",
    "..tracker.fold..",
    "..tracker.history.."
  };

  private static final ArchRule DATABASE_IN_ITS_PACKAGES =
      noClasses()
          .that()
          .resideOutsideOfPackages(WITH_DATABASE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(DATABASE);

  private static final ArchRule NO_ENGINE_NO_LEARNING =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.deeplearning4j..", "org.nd4j..", "smile..");

  private static final ArchRule RESOURCES_WITHOUT_KAFKA =
      noClasses()
          .that()
          .areAnnotatedWith(Path.class)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.kafka..", "io.espalier.log..", "..tracker.broker..");

  private static final ArchRule FOLD_WITHOUT_KAFKA =
      noClasses()
          .that()
          .resideInAnyPackage(
              "..tracker.fold..",
              "..tracker.trials..",
              "..tracker.steps..",
              "..tracker.campaigns..",
              "..planted..")
          .and()
          .areNotAnnotatedWith(Path.class)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.kafka..", "io.espalier.log..", "..tracker.broker..");

  private static final ArchRule STATISTICS_ARE_PURE =
      noClasses()
          .that()
          .resideInAnyPackage("..tracker.statistics", "..planted..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "jakarta..",
              "org.hibernate..",
              "io.quarkus..",
              "java.sql..",
              "..tracker.campaigns..");

  private final JavaClasses ours =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.espalier.tracker");

  @Test
  void onlyTheHistoryAndItsReadersKnowTheDatabase() {
    DATABASE_IN_ITS_PACKAGES.check(ours);
    bites(DATABASE_IN_ITS_PACKAGES, QueryingPage.class);
  }

  @Test
  void nothingTrainsOrLearns() {
    NO_ENGINE_NO_LEARNING.check(ours);
    bites(NO_ENGINE_NO_LEARNING, LearningTracker.class);
  }

  @Test
  void statisticsKnowNeitherDatabaseNorHttp() {
    STATISTICS_ARE_PURE.check(ours);
    bites(STATISTICS_ARE_PURE, QueryingPage.class);
  }

  @Test
  void resourcesDoNotTouchKafka() {
    RESOURCES_WITHOUT_KAFKA.check(ours);
    bites(RESOURCES_WITHOUT_KAFKA, ResourceThatPublishes.class);
  }

  @Test
  void theFoldDoesNotTouchKafka() {
    FOLD_WITHOUT_KAFKA.check(ours);
    bites(FOLD_WITHOUT_KAFKA, FoldThatPublishes.class);
  }

  @Test
  void theRulesSeeTheClasses() {
    assertThat(ours.size()).isGreaterThan(50);
    classes().that().areAnnotatedWith(Path.class).should().notBePublic().check(ours);
  }

  private static void bites(ArchRule rule, Class<?> violation) {
    JavaClasses planted = new ClassFileImporter().importClasses(violation);
    assertThatThrownBy(() -> rule.check(planted))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(violation.getSimpleName());
  }
}
