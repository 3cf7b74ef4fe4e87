package io.espalier.tracker;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** What is refused, and that nothing comes of it. */
@QuarkusTest
@QuarkusTestResource(Stack.class)
class RefusalIT {
  private static final String BAD =
      "{\"name\":\"x\",\"datset\":\"mnist\",\"dataset\":\"nope\",\"architectures\":[{\"hidden\":[0]}],"
          + "\"seeds\":[],\"training\":{\"learningRate\":0.1,\"epochs\":1},"
          + "\"pruning\":{\"methods\":[\"magic\"],\"rates\":[120],\"retrainEpochs\":1}}";

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String servers;

  @Test
  void aBadCampaignIsRefusedWithEveryProblemAndNothingIsPublished() throws Exception {
    long before = decisions();

    for (String path : new String[] {"/api/campaigns", "/api/campaigns/check"}) {
      Response refused = given().contentType("application/json").body(BAD).post(path);
      assertThat(refused.statusCode()).isEqualTo(400);
      assertThat(refused.contentType()).startsWith("application/problem+json");
      assertThat(refused.jsonPath().getList("problems.field"))
          .contains("datset", "dataset", "seeds", "pruning.methods[0]", "pruning.rates[0]");
    }
    assertThat(decisions()).isEqualTo(before);
  }

  @Test
  void whatIsNoCampaignAtAllIsRefusedToo() {
    for (String body : new String[] {"", "[1", "null", "\"text\""}) {
      Response refused =
          given().contentType("application/json").body(body).post("/api/campaigns/check");
      assertThat(refused.statusCode()).as(body).isEqualTo(400);
      assertThat(refused.jsonPath().getList("problems")).isNotEmpty();
    }
    byte[] latin1 = {'n', 'a', 'm', 'e', ':', ' ', (byte) 0xe9};
    assertThat(
            given()
                .contentType("application/yaml")
                .body(latin1)
                .post("/api/campaigns")
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  void aBodyThatIsTooLargeIsRefused() {
    assertThat(
            given()
                .contentType("application/yaml")
                .body(new byte[2_000_000])
                .post("/api/campaigns/check")
                .statusCode())
        .isEqualTo(413);
  }

  @Test
  void aPageOfAnotherOriginCannotLaunch() throws Exception {
    long before = decisions();
    Response refused =
        given()
            .contentType("application/json")
            .header("Origin", "http://evil.example")
            .body(BAD)
            .post("/api/campaigns");
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(given().header("Host", "evil.example").get("/api/campaigns").statusCode())
        .isEqualTo(403);
    assertThat(decisions()).isEqualTo(before);
  }

  @Test
  void withoutALauncherTrainersAreNotScaled() {
    Response refused =
        given().contentType("application/json").body("{\"trainers\":2}").post("/api/workers/scale");
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.jsonPath().getString("detail")).contains("docker compose");
    assertThat(
            given()
                .contentType("application/json")
                .body("{\"trainers\":-1}")
                .post("/api/workers/scale")
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  void whatIsUnknownIsSaidSo() {
    for (String path :
        new String[] {
          "/api/campaigns/nope",
          "/api/campaigns/nope/trainings",
          "/api/campaigns/nope/steps",
          "/api/campaigns/nope/steps.csv",
          "/api/campaigns/nope/statistics",
          "/api/campaigns/nope/statistics.csv",
          "/api/trials/nope",
          "/api/trials/nope/epochs",
          "/api/campaigns/nope/live"
        }) {
      assertThat(given().get(path).statusCode()).as(path).isEqualTo(404);
    }
    assertThat(given().post("/api/campaigns/nope/stop").statusCode()).isEqualTo(404);
  }

  @Test
  void aPageThatCannotBeIsRefusedWithEveryProblem() {
    Response refused = given().get("/api/campaigns/nope/steps?page=-1&size=5000");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.jsonPath().getList("problems.field")).containsExactly("page", "size");
  }

  @Test
  void pagesAreServedUnderTheirAddresses() {
    for (String path : new String[] {"/", "/launch", "/campaigns/x", "/trials/x.1", "/workers"}) {
      Response page = given().get(path);
      assertThat(page.statusCode()).as(path).isEqualTo(200);
      assertThat(page.contentType()).as(path).startsWith("text/html");
    }
    assertThat(given().get("/q/openapi").asString()).contains("Launch a campaign");
  }

  private long decisions() throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
      int partitions =
          admin
              .describeTopics(List.of("campaigns"))
              .allTopicNames()
              .get()
              .get("campaigns")
              .partitions()
              .size();
      long all = 0;
      for (int p = 0; p < partitions; p++) {
        TopicPartition partition = new TopicPartition("campaigns", p);
        all +=
            admin
                .listOffsets(Map.of(partition, OffsetSpec.latest()))
                .partitionResult(partition)
                .get()
                .offset();
      }
      return all;
    }
  }
}
