package io.espalier.rules.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.espalier.rules.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DocumentsTest {
  private static final Path DECISIONS = Repository.ROOT.resolve("docs/adr");

  @Test
  void decisionRecordsAreNumberedWithoutGapsAndHaveTheirThreeParts() {
    List<Path> records = Repository.files(DECISIONS, ".md");
    assertThat(records.stream().map(r -> r.getFileName().toString().substring(0, 4)))
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, records.size()).mapToObj("%04d"::formatted).toList());
    assertThat(records)
        .allSatisfy(
            record ->
                assertThat(Repository.read(record))
                    .contains("\n## Context\n", "\n## Decision\n", "\n## Consequences\n"));
  }

  @Test
  void moduleReadmesAreShort() {
    try (Stream<Path> readmes = Files.find(Repository.ROOT, 2, DocumentsTest::isModuleReadme)) {
      assertThat(readmes)
          .allSatisfy(
              readme ->
                  assertThat(Repository.read(readme).lines())
                      .as("%s", readme)
                      .hasSizeLessThanOrEqualTo(20));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isModuleReadme(Path file, BasicFileAttributes attributes) {
    return attributes.isRegularFile()
        && file.getFileName().toString().equals("README.md")
        && Files.exists(file.resolveSibling("pom.xml"))
        && !file.getParent().equals(Repository.ROOT);
  }
}
