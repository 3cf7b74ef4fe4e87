package io.espalier.boundaries;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the packages of the contracts may import, and that the rules bite. */
class InnerBoundariesTest {
  private static final JavaClasses CONTRACTS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.espalier");
  private static final JavaClasses PLANTED =
      new ClassFileImporter().importPackages("io.espalier.planted");

  static Stream<Rule> rules() {
    return Stream.of(
        new Rule("plan", List.of("com.fasterxml.jackson.annotation..")),
        new Rule("campaign", List.of("io.espalier.plan..", "com.fasterxml.jackson..")),
        new Rule(
            "events",
            List.of(
                "io.espalier.plan..",
                "io.espalier.campaign..",
                "com.fasterxml.jackson.annotation..")),
        new Rule(
            "envelope",
            List.of("io.espalier.plan..", "io.espalier.events..", "com.fasterxml.jackson..")));
  }

  record Rule(String name, List<String> allowed) {

    ArchRule over(String root) {
      String[] all =
          Stream.concat(Stream.of("java..", root + name + ".."), allowed.stream())
              .toArray(String[]::new);
      return classes()
          .that()
          .resideInAPackage(root + name + "..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(all);
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void aPackageImportsOnlyWhatItsDescriptionSays(Rule rule) {
    assertThat(CONTRACTS.contain("io.espalier.events.Event")).isTrue();
    rule.over("io.espalier.").check(CONTRACTS);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void aPlantedViolationIsFound(Rule rule) {
    assertThatThrownBy(() -> rule.over("io.espalier.planted.").check(PLANTED))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("io.espalier.planted." + rule.name() + ".Planted")
        .hasMessageContaining("org.assertj.core.api.Assert");
  }
}
