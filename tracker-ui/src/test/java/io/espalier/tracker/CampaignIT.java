package io.espalier.tracker;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.espalier.events.CampaignEvent.TrialRetried;
import io.espalier.plan.StepRef;
import io.espalier.plan.TrialPlan;
import io.espalier.tracker.fold.Story;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From the launch to the audited result, over Kafka, database and REST. */
@QuarkusTest
@QuarkusTestResource(Stack.class)
class CampaignIT {
  private static final StepRef CONTROL = new StepRef(Story.CONTROL, 1);
  private static final StepRef FIRST = new StepRef(Story.BLINDED, 1);

  @Inject Log log;

  @Test
  void aLaunchedCampaignIsThereAtOnceWithAllItsTrainings() throws IOException {
    String id = launch();

    JsonPath campaign = get("/api/campaigns/" + id);
    assertThat(campaign.getString("state")).isEqualTo("RUNNING");
    assertThat(campaign.getInt("spec.seeds.size()")).isEqualTo(3);
    JsonPath rows = get("/api/campaigns/" + id + "/trainings");
    assertThat(rows.getList("state")).hasSize(12).containsOnly("WAITING");
    assertThat(rows.getList("method")).contains("dense", "dense-control");
  }

  @Test
  void aCampaignIsPausedResumedAndStoppedButNotTwice() throws IOException {
    String id = launch();

    assertThat(decide(id, "resume").statusCode()).isEqualTo(409);
    assertThat(decide(id, "pause").statusCode()).isEqualTo(202);
    assertThat(get("/api/campaigns/" + id).getString("state")).isEqualTo("PAUSED");
    assertThat(decide(id, "resume").statusCode()).isEqualTo(202);
    assertThat(decide(id, "stop").statusCode()).isEqualTo(202);
    assertThat(get("/api/campaigns/" + id).getString("state")).isEqualTo("STOPPED");
    Response again = decide(id, "stop");
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(again.contentType()).startsWith("application/problem+json");
    assertThat(again.jsonPath().getString("detail")).contains("STOPPED");
  }

  @Test
  void whatTheServicesTellIsOnTheTrialsPage() {
    TrialPlan one = Story.plan(1);
    log.tell(Story.launched(), Story.joined("w1"), Story.proposed(one));
    log.tell(Story.predicted(one, StepRef.BASE), Story.busy("w1", 2, one, StepRef.BASE));
    for (int epoch = 1; epoch <= 3; epoch++) {
      log.tell(Story.epoch(one, StepRef.BASE, epoch, 3));
    }
    log.tell(Story.trained(one, StepRef.BASE), Story.pruned(one, FIRST));
    log.tell(Story.trained(one, FIRST), Story.pruningFailed(one, CONTROL));
    String page = "/api/trials/" + one.trial();
    Log.until(
        "the end of the first step",
        () ->
            given().get(page).statusCode() == 200
                && get(page)
                    .getList("trainings.state")
                    .containsAll(List.of("TRAINED", "FAILED", "WAITING")));

    JsonPath trial = get(page);
    assertThat(trial.getList("trainings.branch"))
        .containsExactly("dense", Story.CONTROL, Story.BLINDED, Story.BLINDED);
    assertThat(trial.getDouble("trainings[0].testAccuracy")).isEqualTo(0.951);
    assertThat(trial.getDouble("trainings[0].predictedAccuracy")).isEqualTo(0.9);
    assertThat(trial.getString("trainings[1].failure")).contains("cuts nothing");
    assertThat(trial.getDouble("pruningSteps[0].compressionRatio")).isEqualTo(2.0);
    assertThat(trial.getDouble("pruningSteps[0].layers[0].threshold")).isEqualTo(0.25);
    assertThat(trial.getDouble("pruningSteps[0].accuracyAfterRetraining")).isEqualTo(0.951);
    assertThat(trial.getList("events.type")).contains("campaign-launched.v1", "pruned.v1");
    assertThat(get(page + "/epochs").getList("epoch")).containsExactly(1, 2, 3);
    assertThat(get(page + "/epochs").getList("kept")).containsExactly(999, 998, 997);
    assertThat(trial.getInt("trainings[0].trainedEpochs")).isEqualTo(3);
    assertThat(given().get(page + "/structure").statusCode()).isEqualTo(404);
    JsonPath campaign = get("/api/campaigns/" + Story.CAMPAIGN);
    assertThat(campaign.getList("results.method"))
        .containsExactly("dense", "magnitude-class-blinded");
    assertThat(campaign.getDouble("results[0].accuracyStd")).isZero();
    assertThat(get("/api/workers").getList("workers.findAll { it.alive }.worker")).isEmpty();
    assertThat(given().post(page + "/retry").statusCode()).isEqualTo(202);
    assertThat(get(page).getInt("attempt")).isEqualTo(2);
    log.tell(new TrialRetried(Story.CAMPAIGN, one.trial(), 2));
  }

  @Test
  void networksOnRandomGraphsAreOneDesignAndEachTrialShowsItsGraph() {
    String id =
        launch(
                """
            name: Random graphs
            dataset: reber
            architectures:
              - family: graph-recurrent
                cell: gru
                graph: {prior: watts-strogatz, nodes: 10, neighbours: 4, rewiring: 1, count: 2}
              - {family: recurrent-stack, cell: lstm, hidden: [8]}
            seeds: [1]
            training: {learningRate: 0.001, epochs: 2, optimizer: adam}
            """)
            .getString("id");

    JsonPath campaign = get("/api/campaigns/" + id);
    assertThat(campaign.getList("designs")).containsExactly("lstm 8", "gru on watts-strogatz");
    assertThat(campaign.getString("spec.graphs[0].prior.prior")).isEqualTo("watts-strogatz");
    assertThat(campaign.getInt("spec.graphs[0].count")).isEqualTo(2);
    assertThat(get("/api/campaigns/" + id + "/trainings").getList("design"))
        .containsExactly("lstm 8", "gru on watts-strogatz", "gru on watts-strogatz");
    JsonPath trial = get("/api/trials/" + id + ".2");
    assertThat(trial.getString("network.family")).isEqualTo("graph-recurrent");
    assertThat(trial.getList("network.graph.edges")).hasSize(20);
    JsonPath structure = get("/api/trials/" + id + ".2/structure");
    assertThat(structure.<List<Integer>>getList("layers").stream().mapToInt(List::size).sum())
        .isEqualTo(10);
    assertThat(structure.getInt("features.edges")).isEqualTo(20);
    assertThat(structure.getList("operations")).isEmpty();
  }

  @Test
  void aTrainingThatLearnsItsStructureIsToldByItsMethod() {
    String id =
        launch(
                """
            name: Sparse from the start
            dataset: mnist
            architectures: [{hidden: [20]}]
            seeds: [1]
            training:
              learningRate: 0.01
              epochs: 2
              schedule: {kind: cosine}
              structureLearning: {method: set, sparsity: 80}
            """)
            .getString("id");

    JsonPath rows = get("/api/campaigns/" + id + "/trainings");
    assertThat(rows.getList("method")).containsExactly("set");
    JsonPath trial = get("/api/trials/" + id + ".1");
    assertThat(trial.getString("training.schedule.kind")).isEqualTo("cosine");
    assertThat(trial.getString("training.structureLearning.method")).isEqualTo("set");
  }

  private static String launch() throws IOException {
    JsonPath launched = launch(Files.readString(Path.of("../studies/demo.yaml")));
    assertThat(launched.getInt("trainings")).isEqualTo(12);
    return launched.getString("id");
  }

  private static JsonPath launch(String file) {
    Response launched =
        given()
            .contentType("application/yaml")
            .body(file.getBytes(StandardCharsets.UTF_8))
            .post("/api/campaigns");
    assertThat(launched.statusCode()).as(launched.asString()).isEqualTo(201);
    return launched.jsonPath();
  }

  private static Response decide(String campaign, String decision) {
    return given().post("/api/campaigns/" + campaign + "/" + decision);
  }

  private static JsonPath get(String path) {
    return given().get(path).then().statusCode(200).extract().jsonPath();
  }
}
