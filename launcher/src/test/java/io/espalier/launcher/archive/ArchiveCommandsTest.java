package io.espalier.launcher.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.espalier.launcher.ExitCode;
import io.espalier.launcher.client.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is refused before any broker is needed; the rest is tested where it is done. */
class ArchiveCommandsTest {
  @TempDir private Path directory;
  private Path data;

  @BeforeEach
  void nameDataDirectory() {
    data = directory.resolve("data");
  }

  @Test
  void anImportOfAFileThatIsNotThereIsRefused() {
    CommandRun refused = run("import", directory.resolve("none.zip").toString());

    assertThat(refused.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(refused.err()).contains("none.zip is no file that can be read");
    assertThat(data).doesNotExist();
  }

  @Test
  void anImportOfAFileThatIsNoArchiveIsRefusedWithItsProblemsAndMakesNoDataDirectory()
      throws IOException {
    Path file = Files.writeString(directory.resolve("text.zip"), "text");

    CommandRun refused = run("import", file.toString());

    assertThat(refused.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(refused.err()).contains("text.zip: it is no readable ZIP file");
    assertThat(data).doesNotExist();
  }

  @Test
  void aRootHashThatIsNoneIsRefused() throws IOException {
    Path file = Files.writeString(directory.resolve("text.zip"), "text");

    CommandRun refused = run("import", file.toString(), "--root", "abc");

    assertThat(refused.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(refused.err()).contains("HASH is 'abc'", "64 lower-case hexadecimal digits");
  }

  @Test
  void anExportOverAFileThatExistsIsRefused() throws IOException {
    Path file = Files.writeString(directory.resolve("mine.zip"), "mine");

    CommandRun refused = run("export", "some-abcde", file.toString());

    assertThat(refused.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(refused.err()).contains("mine.zip exists; --force replaces it");
    assertThat(file).hasContent("mine");
  }

  @Test
  void anExportIntoNowhereIsRefused() {
    assertThat(run("export", "some-abcde", directory.resolve("no/such.zip").toString()).code())
        .isEqualTo(ExitCode.REFUSED);
    assertThat(run("export", "some-abcde", directory.toString(), "--force").code())
        .isEqualTo(ExitCode.REFUSED);
  }

  private CommandRun run(String... arguments) {
    String[] all = Arrays.copyOf(arguments, arguments.length + 2);
    all[arguments.length] = "--data";
    all[arguments.length + 1] = data.toString();
    return CommandRun.of(all);
  }
}
