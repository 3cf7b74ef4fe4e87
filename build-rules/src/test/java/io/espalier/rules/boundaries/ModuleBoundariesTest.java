package io.espalier.rules.boundaries;

import static org.assertj.core.api.Assertions.assertThat;

import io.espalier.rules.Repository;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every boundary holds for the real modules and bites on a planted one. */
class ModuleBoundariesTest {
  private static final Path RULES = Repository.ROOT.resolve("build-rules/boundaries");
  private static final Path PLANTED = Repository.ROOT.resolve("build-rules/planted");
  private static final Pattern RULE =
      Pattern.compile(
          "<bannedDependencies>\\s*<message>(.*?)</message>(.*?)</banned", Pattern.DOTALL);

  private static PlantedBuild build;

  @BeforeAll
  static void buildOnce(@TempDir Path folder) throws IOException, InterruptedException {
    build = PlantedBuild.run(folder);
  }

  static Stream<String> planted() {
    return all("<module>([a-z-]+)</module>", Repository.read(PLANTED.resolve("pom.xml")));
  }

  static Stream<String> modules() {
    return all("<module>([a-z-]+)</module>", Repository.read(Repository.ROOT.resolve("pom.xml")));
  }

  @Test
  void theRealModulesKeepTheirBoundaries() {
    assertThat(build.successes())
        .as("%s", build.log())
        .contains("Espalier")
        .containsAll(modules().map(m -> "Espalier :: " + m).toList());
    assertThat(build.exitCode()).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("planted")
  void aPlantedViolationFailsForItsReason(String project) {
    String pom = Repository.read(PLANTED.resolve(project).resolve("pom.xml"));
    String reason = all("<description>(.*?)</description>", pom).findFirst().orElseThrow();
    String banned = all("<dependency>.*?<artifactId>(.*?)<", pom).findFirst().orElseThrow();

    assertThat(build.failureOf(project))
        .contains(reason)
        .containsPattern(":" + Pattern.quote(banned) + ":jar:\\S+ <--- banned");
  }

  @Test
  void everyRuleHasAPlantedViolation() {
    List<String> said = planted().map(build::failureOf).toList();
    assertThat(rules().keySet())
        .hasSizeGreaterThan(10)
        .allSatisfy(rule -> assertThat(said).anySatisfy(s -> assertThat(s).contains(rule)));
  }

  @Test
  void aRuleOfOneNameIsTheSameForEveryModule() {
    assertThat(rules().values()).allSatisfy(bodies -> assertThat(bodies).hasSize(1));
  }

  @Test
  void everyModuleHasItsRulesAndAShortPom() {
    assertThat(modules())
        .allSatisfy(
            module -> {
              assertThat(RULES.resolve(module + ".xml")).exists();
              assertThat(
                      Repository.read(Repository.ROOT.resolve(module).resolve("pom.xml")).lines())
                  .as(module + "/pom.xml")
                  .hasSizeLessThan(66);
            });
  }

  private static Map<String, Set<String>> rules() {
    Map<String, Set<String>> rules = new HashMap<>();
    for (Path file : Repository.files(RULES, ".xml")) {
      for (MatchResult rule : RULE.matcher(Repository.read(file)).results().toList()) {
        rules.computeIfAbsent(rule.group(1), r -> new HashSet<>()).add(rule.group(2));
      }
    }
    return rules;
  }

  private static Stream<String> all(String pattern, String text) {
    return Pattern.compile(pattern, Pattern.DOTALL).matcher(text).results().map(m -> m.group(1));
  }
}
