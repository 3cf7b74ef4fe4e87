package io.espalier.tracker;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.espalier.campaign.CampaignSpec;
import io.espalier.events.CampaignEvent.CampaignLaunched;
import io.espalier.events.CampaignEvent.TrialRetried;
import io.espalier.events.PruningEvent.EndReason;
import io.espalier.plan.StepRef;
import io.espalier.plan.TrialPlan;
import io.espalier.structure.prior.DrawnNetworks;
import io.espalier.tracker.fold.Schedules;
import io.espalier.tracker.fold.Seeds;
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
import java.util.Map;
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
    assertThat(get("/api/campaigns/" + id + "/trainings?page=1&size=5").getList(""))
        .isEqualTo(rows.getList("").subList(5, 10));
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
    assertThat(trial.getDouble("pruningSteps[0].accuracyRetrained")).isEqualTo(0.951);
    assertThat(trial.getList("events.type")).contains("campaign-launched.v1", "pruned.v1");
    assertThat(get(page + "/epochs").getList("epoch")).containsExactly(1, 2, 3);
    assertThat(get(page + "/epochs").getList("kept")).containsExactly(999, 998, 997);
    assertThat(trial.getInt("trainings[0].trainedEpochs")).isEqualTo(3);
    assertThat(given().get(page + "/structure").statusCode()).isEqualTo(404);
    JsonPath campaign = get("/api/campaigns/" + Story.CAMPAIGN);
    assertThat(campaign.getList("results.method"))
        .containsExactly("dense", "magnitude-class-blinded");
    assertThat(campaign.getList("results.variant"))
        .containsExactly("dense", "magnitude-class-blinded-iterative");
    assertThat(campaign.getDouble("results[0].accuracyStd")).isZero();
    assertThat(get("/api/workers").getList("workers.findAll { it.alive }.worker")).isEmpty();
    assertThat(given().post(page + "/retry").statusCode()).isEqualTo(202);
    assertThat(get(page).getInt("attempt")).isEqualTo(2);
    log.tell(new TrialRetried(Story.CAMPAIGN, one.trial(), 2));
  }

  @Test
  void whatAStepReportsAndWhatBecameOfItIsInTheTrialThePagesAndTheCsv() {
    TrialPlan plan = Schedules.plan();
    StepRef first = Schedules.round(1);
    log.tell(Schedules.launched(), Story.trained(plan, StepRef.BASE));
    for (int epoch = 1; epoch <= 3; epoch++) {
      log.tell(Story.epoch(plan, StepRef.BASE, epoch, 3), Story.epoch(plan, first, epoch, 3));
    }
    log.tell(Schedules.pruned(first), Story.trained(plan, first));
    log.tell(Schedules.finished(first, EndReason.FLOOR_REACHED));
    String of = "/api/campaigns/" + Schedules.CAMPAIGN;
    Log.until(
        "the end of the schedule",
        () ->
            given().get(of + "/steps").statusCode() == 200
                && get(of + "/steps").getString("steps[0].endReason") != null
                && get(of + "/steps").getString("steps[0].accuracyRetrained") != null
                && get("/api/trials/" + plan.trial() + "/epochs").getList("epoch").size() == 6);

    JsonPath step = get(of + "/steps?page=0&size=1");
    assertThat(step.getInt("total")).isEqualTo(1);
    assertThat(step.getMap("steps[0]"))
        .isEqualTo(get("/api/trials/" + plan.trial()).getMap("pruningSteps[0]"))
        .containsEntry("trial", plan.trial())
        .containsEntry("seed", 1)
        .containsEntry("approximation", "diagonal of the Hessian")
        .containsEntry("samples", 64)
        .containsEntry("shrunk", Map.of("label", "784-7-10", "sha256", "f".repeat(64)))
        .containsEntry("endReason", "FLOOR_REACHED")
        .containsEntry("epochsToRecover", 2);
    assertThat(step.getDouble("steps[0].theoreticalSpeedUp")).isEqualTo(2.0);
    assertThat(step.getDouble("steps[0].measuredSpeedUp")).isEqualTo(1.0);
    assertThat(step.getDouble("steps[0].lossAfterPruning")).isEqualTo(0.62);
    assertThat(step.getDouble("steps[0].structureAfter.nodes")).isEqualTo(7.0);
    assertThat(get(of + "/steps?page=1&size=1").getList("steps")).isEmpty();

    Response csv = given().get(of + "/steps.csv");
    assertThat(csv.contentType()).startsWith("text/csv");
    String[] lines = csv.asString().split("\r\n", -1);
    assertThat(lines).hasSize(3);
    assertThat(lines[0]).startsWith("trial,attempt,").contains(",structureAfter.nodes");
    assertThat(lines[1])
        .startsWith(plan.trial() + ",1,784-10-10,784-10-10,1," + Schedules.ROUNDS)
        .contains("FLOOR_REACHED,layer0.weight=500/1000,layer0=3/10,0.0 0.25 1.0,0 500,500 0,");

    JsonPath campaign = get(of);
    assertThat(campaign.getInt("trainings")).isEqualTo(3);
    assertThat(get(of + "/trainings").getList("state"))
        .containsExactly("TRAINED", "TRAINED", "NOT_NEEDED", "NOT_NEEDED", "WAITING");
  }

  @Test
  void statisticsTellWhatFiveSeedsShowAndAreTwoTables() {
    String id = "seeds-abcde";
    CampaignSpec spec = Seeds.spec(5);
    log.tell(new CampaignLaunched(id, spec));
    for (TrialPlan plan : DrawnNetworks.plans(spec, id)) {
      log.tell(Seeds.trained(plan, Seeds.BLINDED, 0.95 + 0.0001 * plan.seed()));
      log.tell(Seeds.trained(plan, Seeds.UNIFORM, 0.9 + 0.0003 * plan.seed()));
    }
    String of = "/api/campaigns/" + id;
    Log.until(
        "five results of each",
        () ->
            given().get(of + "/statistics").statusCode() == 200
                && get(of + "/statistics").getList("groups.trials").equals(List.of(5, 5)));

    JsonPath found = get(of + "/statistics");
    assertThat(found.getInt("leastSeeds")).isEqualTo(5);
    assertThat(found.getList("groups.variant"))
        .containsExactly("magnitude-class-blinded", "magnitude-class-uniform");
    assertThat(found.getDouble("groups[0].mean")).isCloseTo(0.9503, within(1e-9));
    assertThat(found.getList("comparisons.verdict")).containsExactly("a-better");
    assertThat(found.getInt("comparisons[0].pairs")).isEqualTo(5);
    assertThat(given().get(of + "/statistics.csv").asString())
        .startsWith(
            "design,variant,branch,step,sparsity,compressionRatio,trials,mean,std,low,high\r\n");
    assertThat(given().get(of + "/statistics.csv?table=comparisons").asString())
        .contains(",magnitude-class-blinded,magnitude-class-uniform,", ",a-better,");
    assertThat(given().get(of + "/statistics.csv?table=nope").statusCode()).isEqualTo(400);
  }

  @Test
  void aCampaignThatWasImportedSaysSoAndCannotBeDecidedAbout() {
    String id = "imported-abcde";
    String root = "0123456789abcdef".repeat(4);
    log.imported(root, new CampaignLaunched(id, Story.spec()));
    Log.until("the launch", () -> given().get("/api/campaigns/" + id).statusCode() == 200);
    assertThat(get("/api/campaigns/" + id).getString("archive")).isEqualTo(root);
    assertThat(get("/api/campaigns").getList("findAll { it.archive != null }.id")).contains(id);
    for (String decision : List.of("pause", "resume", "stop")) {
      Response refused = decide(id, decision);
      assertThat(refused.statusCode()).as(decision).isEqualTo(409);
      assertThat(refused.jsonPath().getString("detail")).contains("imported from archive " + root);
    }
    assertThat(given().post("/api/trials/" + id + ".1/retry").statusCode()).isEqualTo(409);
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
