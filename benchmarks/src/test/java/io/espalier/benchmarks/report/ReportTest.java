package io.espalier.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.espalier.benchmarks.harness.Benchmark;
import io.espalier.benchmarks.harness.Goal;
import io.espalier.benchmarks.harness.Measurement;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
  private static final Report REPORT =
      new Report(
          List.of(
              measured("peak", "GFLOP/s", Goal.none(), OptionalDouble.empty(), 200, 1),
              measured(
                  "dense",
                  "images/s",
                  Goal.atLeast(1_000).besidePyTorch(2_000),
                  OptionalDouble.of(5e7),
                  1_500,
                  0.5),
              measured(
                  "sparse", "images/s", Goal.times(2, "dense"), OptionalDouble.empty(), 6_000, 1),
              measured("epoch", "s", Goal.atMost(0.5), OptionalDouble.of(5e9), 0.25, 1)),
          "peak");

  private static Measurement measured(
      String name, String unit, Goal goal, OptionalDouble work, double median, double core) {
    Benchmark benchmark =
        new Benchmark(
            name,
            unit,
            goal,
            work,
            () -> {
              throw new IllegalStateException("not to be run");
            });
    return new Measurement(benchmark, median, 0.02, 5, core);
  }

  @Test
  void theTableHasTargetsAndRatiosThatAreAboveOneWhenReached() {
    List<String> lines = ResultTable.lines(REPORT);

    assertThat(lines.get(2))
        .containsSubsequence("dense", "1,500", "images/s", "2 %", "1,000", "1.50", "2,000", "0.75");
    assertThat(lines.get(2)).endsWith("38 %");
    assertThat(lines.get(3)).containsSubsequence("sparse", "6,000", "3,000", "2.00");
    assertThat(lines.get(4))
        .containsSubsequence("epoch", "0.25", "s", "0.50", "2.00")
        .endsWith("10 %");
  }

  @Test
  void aBusyMachineIsTold() {
    assertThat(ResultTable.lines(REPORT)).last().asString().isEqualTo("  dense 50 %");
  }

  @Test
  void aTargetThatDependsOnWhatWasNotMeasuredIsLeftOut() {
    Report alone = new Report(List.of(REPORT.measurements().get(2)), "peak");

    assertThat(ResultTable.lines(alone).get(1)).endsWith("2 %");
  }

  @Test
  void theJsonIsAListOfNamesValuesAndUnits(@TempDir Path folder) throws IOException {
    JsonFile file = new JsonFile(folder.resolve("figures.json"));
    file.requireWritable();

    file.write(REPORT);

    JsonNode figures = new ObjectMapper().readTree(file.path().toFile());
    assertThat(figures).hasSize(6);
    assertThat(figures.get(1).get("name").asText()).isEqualTo("dense");
    assertThat(figures.get(1).get("value").asDouble()).isEqualTo(1_500);
    assertThat(figures.get(1).get("unit").asText()).isEqualTo("images/s");
    assertThat(figures.get(2).get("name").asText()).isEqualTo("dense-share-of-peak");
    assertThat(figures.get(2).get("value").asDouble()).isEqualTo(0.375);
  }

  @Test
  void aFileThatCannotBeWrittenIsFoundBeforeMeasuring(@TempDir Path folder) {
    JsonFile file = new JsonFile(folder.resolve("absent").resolve("figures.json"));

    assertThatThrownBy(file::requireWritable).isInstanceOf(IOException.class);
  }
}
