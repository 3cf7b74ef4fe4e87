package io.espalier.rules.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.espalier.rules.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkCheckTest {
  @Test
  void everyLinkOfTheDocumentationLeadsSomewhere() {
    List<Path> files = Repository.files(Repository.ROOT, ".md");
    assertThat(files).hasSizeGreaterThan(10);
    assertThat(LinkCheck.broken(files, Repository.ROOT)).isEmpty();
  }

  @Test
  void plantedBrokenLinksAreFoundAndNamed(@TempDir Path root) throws IOException {
    Files.createDirectories(root.resolve("docs"));
    Path other =
        Files.writeString(root.resolve("docs/other.md"), "# A `b`, c!\n## Twice\n## Twice\n");
    Path page =
        Files.writeString(
            root.resolve("page.md"),
            """
            [good](docs/other.md) [good](docs/other.md#a-b-c) [good](#here) <a id="here"></a>
            [good](docs/other.md#twice-1) ![good](page.md) [good](https://example.org/x)
            `[code](missing-but-code.md)`
            ```
            [fenced](missing-but-fenced.md)
            ```
            [bad](missing.md) [bad](docs/other.md#nowhere) [bad](../outside.md) [bad](/etc/hosts)
            ![bad](missing.png "title") [bad](file:///etc/hosts) [reference][ref]

            [ref]: missing-reference.md
            """);

    assertThat(LinkCheck.broken(List.of(page, other), root))
        .containsExactlyInAnyOrder(
            "page.md: missing.md does not exist",
            "page.md: docs/other.md#nowhere has no such heading",
            "page.md: ../outside.md leads out of the repository",
            "page.md: /etc/hosts leads out of the repository",
            "page.md: missing.png does not exist",
            "page.md: file:///etc/hosts is no web address",
            "page.md: missing-reference.md does not exist");
  }
}
