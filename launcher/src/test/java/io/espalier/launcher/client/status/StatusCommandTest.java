package io.espalier.launcher.client.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.espalier.envelope.Json;
import io.espalier.launcher.client.CommandRun;
import io.espalier.launcher.client.FakeServer;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusCommandTest {
  private static final String READY =
      "{\"services\":[{\"name\":\"broker\",\"pid\":7,\"state\":\"ready\",\"port\":9092,"
          + "\"restarts\":0}],\"trainers\":1}";

  private final FakeServer server = new FakeServer();
  @TempDir Path dir;

  @BeforeEach
  void aStackWithOneTrainer() throws IOException {
    CommandRun.pretendRunning(dir, server.url());
    server
        .on(
            "GET /api/workers",
            200,
            "{\"workers\":[{\"worker\":\"trainer-1\",\"device\":\"cpu\",\"machine\":\"m\","
                + "\"slots\":[{\"slot\":0,\"campaign\":\"c1\",\"trial\":\"c1.2\","
                + "\"branch\":\"dense\",\"step\":0,\"since\":\"2026-01-01T12:00:00Z\"},"
                + "{\"slot\":1,\"trial\":null}],\"joinedAt\":\"2026-01-01T12:00:00Z\","
                + "\"alive\":true}],\"queued\":4,\"scaling\":{\"available\":true,\"trainers\":1}}")
        .on(
            "GET /api/campaigns",
            200,
            "[{\"id\":\"c1\",\"name\":\"demo\",\"dataset\":\"mnist\",\"state\":\"RUNNING\","
                + "\"trials\":3,\"trainings\":12,\"counts\":{\"queued\":4,\"training\":1,"
                + "\"trained\":2,\"failed\":0,\"cancelled\":0}},"
                + "{\"id\":\"c0\",\"name\":\"old\",\"dataset\":\"mnist\",\"state\":\"FINISHED\","
                + "\"trials\":1,\"trainings\":1,\"counts\":{\"queued\":0,\"training\":0,"
                + "\"trained\":1,\"failed\":0,\"cancelled\":0}}]")
        .on(
            "GET /api/dead-letters",
            200,
            "[{\"topic\":\"pruned\",\"partition\":0,\"offset\":12,\"service\":\"trainer-service\","
                + "\"reason\":\"no ce_id\",\"time\":\"2026-01-01T12:00:00Z\"}]");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aHealthyStackIsShownWithWhatItDoes() {
    server.on("GET /status", 200, READY);

    CommandRun run = status();

    assertThat(run.code()).isZero();
    assertThat(run.out().lines())
        .contains(
            "UI: " + server.url(),
            "broker   ready    7  9092         0",
            "Trainers: 1; trainings in the queue: 4",
            "Campaigns: 1 under way, 1 ended",
            "c1  demo  running  2 of 12         1       4       0",
            "Dead letters: 1",
            "pruned/0/12             trainer-service  no ce_id")
        .anyMatch(line -> line.startsWith("trainer-1  cpu        0  c1.2 dense step 0"))
        .anyMatch(line -> line.equals("trainer-1  cpu        1  idle"));
    assertThat(server.requests().get(0).headers()).containsEntry("X-espalier-token", "secret");
  }

  @Test
  void aServiceThatIsNotReadyIsMarkedAndMakesTheCommandFail() {
    server.on(
        "GET /status", 200, READY.replace("\"ready\"", "\"waiting\"").replace(":7,", ":null,"));

    CommandRun run = status();

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("broker   waiting (!)    -");
  }

  @Test
  void processesAreShownEvenIfTheHistoryDoesNotAnswer() throws IOException {
    try (FakeServer withoutHistory = new FakeServer().on("GET /status", 200, READY)) {
      CommandRun.pretendRunning(dir, withoutHistory.url());

      CommandRun run = status();

      assertThat(run.code()).isEqualTo(1);
      assertThat(run.out())
          .contains("broker", "Not known: tracker-ui answered GET /api/workers with 404");
    }
  }

  @Test
  void programsGetTheSameAsJson() throws IOException {
    server.on("GET /status", 200, READY);

    CommandRun run = CommandRun.of("status", "--data", dir.toString(), "--json");

    JsonNode report = Json.mapper().readTree(run.out());
    assertThat(report.path("healthy").booleanValue()).isTrue();
    assertThat(report.path("services").path(0).path("pid").intValue()).isEqualTo(7);
    assertThat(report.path("history").path("deadLetters").intValue()).isEqualTo(1);
    assertThat(report.path("history").path("queued").intValue()).isEqualTo(4);
  }

  private CommandRun status() {
    return CommandRun.of("status", "--data", dir.toString());
  }
}
