package io.espalier.launcher.client.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.espalier.datasets.DatasetCatalogue;
import io.espalier.launcher.client.CommandRun;
import io.espalier.launcher.client.FakeServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaunchCommandTest {
  private static final String GOOD =
      """
      name: small
      dataset: mnist
      architectures:
        - hidden: [10]   # kept as it is
      seeds: [1, 2]
      training:
        learningRate: 0.1
        epochs: 2
      """;
  private static final String POST = "POST /api/campaigns";

  private final FakeServer server = new FakeServer();
  @TempDir Path dir;
  private Path file;

  @BeforeEach
  void aStackThatListens() throws IOException {
    CommandRun.pretendRunning(dir, server.url());
    file = dir.resolve("small.yaml");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aGoodFileIsSentAsItIsAndThePageIsNamed() throws IOException {
    server.on(POST, 201, "{\"id\":\"c7\",\"trials\":2,\"trainings\":2}");

    CommandRun run = launch(GOOD);

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .isEqualToNormalizingNewlines(
            "Campaign c7 from %s: 2 trials, 2 trainings%nSee %s/campaigns/c7%n"
                .formatted(file, server.url()));
    assertThat(server.requests()).hasSize(1);
    assertThat(server.requests().get(0).body()).isEqualTo(GOOD);
    assertThat(server.requests().get(0).headers())
        .containsEntry("Content-type", "application/yaml");
  }

  @Test
  void aFileWithProblemsIsRefusedWithAllOfThemAndNothingIsSent() throws IOException {
    String datasets =
        String.join(", ", new TreeSet<>(new DatasetCatalogue(Path.of("unused")).shapes().keySet()));

    CommandRun run = launch(GOOD.replace("[1, 2]", "[]").replace("mnist", "letters"));

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err().lines())
        .containsExactlyInAnyOrder(
            file + ": dataset: is \"letters\", allowed: one of " + datasets,
            file + ": seeds: is [], allowed: a list of 1 to 1000 whole numbers, such as [1, 2, 3]");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void whatTheServerRefusesLooksTheSame() throws IOException {
    server.on(
        POST,
        400,
        "{\"type\":\"urn:x\",\"title\":\"The campaign is refused\",\"status\":400,"
            + "\"detail\":\"1 problem\",\"problems\":[{\"field\":\"seeds[1]\",\"value\":\"2\","
            + "\"allowed\":\"odd ones\"}]}");

    CommandRun run = launch(GOOD);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err().strip()).isEqualTo(file + ": seeds[1]: is 2, allowed: odd ones");
  }

  @Test
  void aServerInTroubleIsAFailureWithItsReason() throws IOException {
    server.on(POST, 503, "{\"title\":\"Not available\",\"detail\":\"the broker does not answer\"}");

    CommandRun run = launch(GOOD);

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("503: Not available, the broker does not answer");
  }

  @Test
  void aServerThatIsGoneIsAFailureWithItsAddress() throws IOException {
    server.close();

    CommandRun run = launch(GOOD);

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("tracker-ui at " + server.url() + " cannot be reached");
  }

  @Test
  void withoutAStackTheCommandThatStartsOneIsNamed() throws IOException {
    Files.delete(dir.resolve("run").resolve("control.json"));

    CommandRun run = launch(GOOD);

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).contains("espalier up --data " + dir);
  }

  @Test
  void whatIsNoCampaignFileIsRefusedByName() throws IOException {
    Path large = Files.writeString(dir.resolve("large.yaml"), " ".repeat(1_000_001));
    Path binary = Files.write(dir.resolve("binary.yaml"), new byte[] {(byte) 0xff, 0, 1});

    assertRefused(dir, "is a directory, allowed: a campaign file");
    assertRefused(dir.resolve("missing.yaml"), "there is no such file");
    assertRefused(large, "is 1000001 bytes long, allowed: at most 1000000 (1 MB)");
    assertRefused(binary, "is not UTF-8 text, allowed: a campaign file");
    assertThat(server.requests()).isEmpty();
  }

  private void assertRefused(Path path, String reason) {
    CommandRun run = CommandRun.of("launch", path.toString(), "--data", dir.toString());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err().strip()).isEqualTo(path + ": " + reason);
  }

  private CommandRun launch(String text) throws IOException {
    Files.writeString(file, text);
    return CommandRun.of("launch", file.toString(), "--data", dir.toString());
  }
}
