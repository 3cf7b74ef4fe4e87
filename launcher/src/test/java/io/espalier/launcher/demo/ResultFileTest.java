package io.espalier.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.espalier.envelope.Json;
import io.espalier.launcher.client.launch.FileRefused;
import io.espalier.launcher.client.view.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFileTest {
  private final ResultFile results =
      new ResultFile(
          "c1",
          List.of(new Result("784-100-10", "dense", "dense", 0, "dense", 0, 0.9741234, 0.0012, 3)));
  @TempDir Path dir;

  @Test
  void accuraciesAreWrittenAsSharesWithAllTheirDigits() throws Exception {
    Path file = Files.writeString(dir.resolve("results.json"), "older");

    results.write(file);

    assertThat(Json.mapper().readTree(file.toFile()))
        .isEqualTo(
            Json.mapper()
                .readTree(
                    "{\"campaign\":\"c1\",\"results\":[{\"design\":\"784-100-10\","
                        + "\"variant\":\"dense\",\"branch\":\"dense\",\"step\":0,\"method\":\"dense\",\"sparsity\":0.0,"
                        + "\"accuracyMean\":0.9741234,\"accuracyStd\":0.0012,\"trials\":3}]}"));
    assertThat(dir.toFile().list()).containsExactly("results.json");
  }

  @Test
  void askingWhetherAFileCanBeWrittenLeavesNothingBehind() throws Exception {
    ResultFile.requireWritable(dir.resolve("results.json"));

    assertThat(dir).isEmptyDirectory();
  }

  @Test
  void aDirectoryIsNoResultFile() {
    assertThatThrownBy(() -> ResultFile.requireWritable(dir))
        .isInstanceOf(FileRefused.class)
        .hasMessageContaining("is a directory");
  }
}
