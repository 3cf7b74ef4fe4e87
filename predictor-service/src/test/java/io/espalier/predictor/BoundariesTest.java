package io.espalier.predictor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.espalier.predictor.proposing.planted.ProposingThatKnowsScoring;
import io.espalier.predictor.scoring.planted.ScoringThatKnowsKafka;
import io.espalier.predictor.scoring.planted.ScoringThatKnowsSmile;
import io.espalier.predictor.scoring.planted.ScoringThatKnowsTheEdge;
import org.junit.jupiter.api.Test;

/** The inner boundaries; each is also shown to bite. */
class BoundariesTest {
  private static final String CORE = "io.espalier.predictor.(proposing|scoring)..";

  private static final ArchRule CORE_KNOWS_NO_FRAMEWORK =
      noClasses()
          .that()
          .resideInAnyPackage(CORE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.kafka..",
              "io.espalier.log..",
              "io.quarkus..",
              "io.smallrye..",
              "jakarta..",
              "org.eclipse.microprofile..");

  private static final ArchRule CORE_DOES_NOT_KNOW_THE_EDGE =
      noClasses()
          .that()
          .resideInAnyPackage(CORE)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.espalier.predictor.flow..");

  private static final ArchRule PROPOSING_DOES_NOT_KNOW_SCORING =
      noClasses()
          .that()
          .resideInAPackage("io.espalier.predictor.proposing..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.espalier.predictor.scoring..");

  private static final ArchRule ONLY_THE_SURROGATE_KNOWS_SMILE =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("io.espalier.predictor.scoring.Surrogate")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("smile..");

  private final JavaClasses main =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.espalier.predictor");

  @Test
  void theCoreKnowsNoFramework() {
    CORE_KNOWS_NO_FRAMEWORK.check(main);
    bites(CORE_KNOWS_NO_FRAMEWORK, ScoringThatKnowsKafka.class);
  }

  @Test
  void theCoreDoesNotKnowTheEdge() {
    CORE_DOES_NOT_KNOW_THE_EDGE.check(main);
    bites(CORE_DOES_NOT_KNOW_THE_EDGE, ScoringThatKnowsTheEdge.class);
  }

  @Test
  void proposingDoesNotKnowScoring() {
    PROPOSING_DOES_NOT_KNOW_SCORING.check(main);
    bites(PROPOSING_DOES_NOT_KNOW_SCORING, ProposingThatKnowsScoring.class);
  }

  @Test
  void onlyTheSurrogateKnowsSmile() {
    ONLY_THE_SURROGATE_KNOWS_SMILE.check(main);
    bites(ONLY_THE_SURROGATE_KNOWS_SMILE, ScoringThatKnowsSmile.class);
  }

  private static void bites(ArchRule rule, Class<?> planted) {
    JavaClasses violation = new ClassFileImporter().importClasses(planted);
    assertThatThrownBy(() -> rule.check(violation))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(planted.getSimpleName());
  }
}
