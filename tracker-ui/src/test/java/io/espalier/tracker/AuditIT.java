package io.espalier.tracker;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.espalier.tracker.fold.Story;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** The audit of a history that is told without causes, over Kafka, database and REST. */
@QuarkusTest
@QuarkusTestResource(Stack.class)
class AuditIT {
  private static final String AUDIT = "/api/campaigns/" + Story.CAMPAIGN + "/audit";

  @Inject Log log;

  @Test
  void aCampaignIsVerifiedInTheBackgroundAndEachProblemSaysWhereItIs() {
    log.tell(Story.launched(), Story.proposed(Story.plan(1)));
    Log.until("the campaign", () -> given().get(AUDIT).statusCode() == 200);
    assertThat(given().get(AUDIT).jsonPath().getString("state")).isEqualTo("none");

    Response started = given().post(AUDIT);

    assertThat(started.statusCode()).isEqualTo(202);
    assertThat(started.jsonPath().getString("startedAt")).isNotBlank();
    Log.until(
        "the end of the audit",
        () -> given().get(AUDIT).jsonPath().getString("state").equals("done"));
    JsonPath audit = given().get(AUDIT).jsonPath();
    assertThat(audit.getString("verdict")).isEqualTo("broken");
    assertThat(audit.getList("problems.at", String.class))
        .anyMatch(at -> at.startsWith("architecture-proposed[0]@"));
    assertThat(audit.getList("problems.what", String.class))
        .anyMatch(what -> what.contains("names no cause, needed: the launch of its campaign"));
    assertThat(audit.getMap("steps[0]"))
        .containsEntry("at", "dense/0")
        .containsEntry("ok", false)
        .containsEntry("trial", Story.plan(1).trial());
  }

  @Test
  void aCampaignThatNobodyKnowsCannotBeAudited() {
    String unknown = "/api/campaigns/nobody-aaaaa/audit";

    assertThat(given().get(unknown).statusCode()).isEqualTo(404);
    assertThat(given().post(unknown).statusCode()).isEqualTo(404);
  }
}
