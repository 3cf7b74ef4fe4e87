package io.espalier.launcher.client.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.espalier.launcher.client.FakeServer;
import io.espalier.launcher.client.http.RequestFailed;
import io.espalier.launcher.client.http.TrackerClient;
import io.espalier.launcher.client.view.Campaign;
import io.espalier.launcher.client.view.Training;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CampaignFollowerTest {
  private static final String CAMPAIGN = "GET /api/campaigns/c1";
  private static final String TRAININGS = "GET /api/campaigns/c1/trainings";

  private final FakeServer server = new FakeServer();
  private final SteppingClock clock = new SteppingClock();
  private final List<Progress> shown = new ArrayList<>();
  private final List<String> ended = new ArrayList<>();
  private final CampaignFollower follower =
      new CampaignFollower(
          new TrackerClient(server.url()), new RecordingView(), clock, clock::step);

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aCampaignIsFollowedToItsEndAndEachTrainingEndsOnce() throws Exception {
    server
        .on(CAMPAIGN, 200, campaign("RUNNING", "[]"))
        .on(TRAININGS, 200, "[" + row("c1.1", "TRAINED") + "," + row("c1.2", "TRAINING") + "]")
        .on(
            CAMPAIGN,
            200,
            campaign(
                "FINISHED",
                "[{\"design\":\"784-10\",\"variant\":\"dense\",\"branch\":\"dense\",\"step\":0,"
                    + "\"method\":\"dense\",\"sparsity\":0,\"accuracyMean\":0.97,"
                    + "\"accuracyStd\":0.001,\"trials\":2}]"))
        .on(TRAININGS, 200, "[" + row("c1.1", "TRAINED") + "," + row("c1.2", "TRAINED") + "]");

    Campaign campaign = follower.follow("c1");

    assertThat(campaign.state()).isEqualTo(Campaign.State.FINISHED);
    assertThat(campaign.results()).hasSize(1);
    assertThat(ended).containsExactly("c1.1/1/dense/0", "c1.2/1/dense/0");
  }

  @Test
  void aServerThatComesBackIsWaitedFor() throws Exception {
    server
        .on(CAMPAIGN, 404, "{\"title\":\"No such campaign\"}")
        .on(CAMPAIGN, 200, campaign("RUNNING", "[]"))
        .on(CAMPAIGN, 503, "")
        .on(CAMPAIGN, 200, campaign("STOPPED", "[]"))
        .on(TRAININGS, 200, "[]");

    assertThat(follower.follow("c1").state()).isEqualTo(Campaign.State.STOPPED);
    assertThat(shown).extracting(p -> p.silence().isZero()).containsExactly(true, false, true);
  }

  @Test
  void aServerThatStaysSilentEndsTheWaiting() {
    server.on(CAMPAIGN, 503, "{\"title\":\"Not ready\",\"detail\":\"no database\"}");

    assertThatThrownBy(() -> follower.follow("c1"))
        .isInstanceOf(RequestFailed.class)
        .hasMessage("tracker-ui answered GET /api/campaigns/c1 with 503: Not ready, no database");
    assertThat(clock.seconds).isEqualTo(130);
  }

  @Test
  void aRefusalIsNotRepeated() {
    server.on(CAMPAIGN, 403, "{\"title\":\"Not allowed\"}");

    assertThatThrownBy(() -> follower.follow("c1")).isInstanceOf(RequestFailed.class);
    assertThat(server.requests()).hasSize(1);
  }

  private static String campaign(String state, String results) {
    return "{\"id\":\"c1\",\"name\":\"n\",\"dataset\":\"mnist\",\"state\":\""
        + state
        + "\",\"launchedAt\":\"2026-01-01T12:00:00Z\",\"finishedAt\":null,\"trials\":2,"
        + "\"trainings\":2,\"counts\":{\"queued\":0,\"training\":1,\"trained\":1,\"failed\":0,"
        + "\"cancelled\":0},\"description\":\"\",\"spec\":{},\"results\":"
        + results
        + "}";
  }

  private static String row(String trial, String state) {
    return "{\"trial\":\""
        + trial
        + "\",\"attempt\":1,\"seed\":1,\"architecture\":\"784-100-10\",\"branch\":\"dense\","
        + "\"step\":0,\"method\":\"dense\",\"targetSparsity\":0,\"sparsity\":0.0,\"state\":\""
        + state
        + "\",\"epoch\":1,\"epochs\":2,\"predictedAccuracy\":null}";
  }

  private final class RecordingView implements ProgressView {
    @Override
    public void show(Progress progress, List<Training> nowEnded) {
      shown.add(progress);
      nowEnded.forEach(t -> ended.add(t.key()));
    }

    @Override
    public void close() {
      // Nothing is held.
    }
  }

  private static final class SteppingClock extends Clock {
    private int seconds;

    void step() {
      seconds += 10;
    }

    @Override
    public Instant instant() {
      return Examples.NOW.plusSeconds(seconds);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
