package io.espalier.launcher.client.launch;

import io.espalier.launcher.ExitCode;
import io.espalier.launcher.client.http.RequestFailed;
import io.espalier.launcher.client.http.TrackerClient;
import io.espalier.launcher.client.progress.CampaignFollower;
import io.espalier.launcher.client.progress.Terminal;
import io.espalier.launcher.client.table.ResultTable;
import io.espalier.launcher.client.view.Campaign;
import io.espalier.launcher.client.view.Launched;
import java.io.PrintWriter;
import java.time.Clock;

/** Launches a campaign on a running stack and follows it, with words for people. */
public final class CampaignRun {
  private final TrackerClient tracker;
  private final PrintWriter out;

  /**
   * @param out where people read
   */
  public CampaignRun(TrackerClient tracker, PrintWriter out) {
    this.tracker = tracker;
    this.out = out;
  }

  /**
   * Launches a campaign and says where it is seen.
   *
   * @return its id
   * @throws FileRefused if the server does not accept it, with every problem
   */
  public String launch(CampaignSource source)
      throws FileRefused, RequestFailed, InterruptedException {
    try {
      Launched launched = tracker.launch(source.text());
      out.printf(
          "Campaign %s from %s: %d trials, %d trainings%n",
          launched.id(), source.name(), launched.trials(), launched.trainings());
      out.println("See " + tracker.page(launched.id()));
      out.flush();
      return launched.id();
    } catch (RequestFailed e) {
      if (e.refused() && !e.problems().isEmpty()) {
        throw FileRefused.with(source.name(), e.problems());
      }
      if (e.refused()) {
        throw FileRefused.because(source.name(), e.getMessage());
      }
      throw e;
    }
  }

  /** Shows progress until the campaign has ended, then its results. */
  public Campaign follow(String id) throws RequestFailed, InterruptedException {
    CampaignFollower follower =
        new CampaignFollower(
            tracker, Terminal.view(out), Clock.systemUTC(), CampaignFollower.Pause.ONE_SECOND);
    Campaign campaign = follower.follow(id);
    out.println();
    if (campaign.results().isEmpty()) {
      out.println("No training has given a result.");
    } else {
      ResultTable.lines(campaign.results()).forEach(out::println);
    }
    out.println();
    out.println(verdict(campaign));
    out.flush();
    return campaign;
  }

  /** How a campaign ended, in a sentence. */
  static String verdict(Campaign campaign) {
    long failed = campaign.counts().failed() + campaign.counts().cancelled();
    if (campaign.state() == Campaign.State.STOPPED) {
      return "The campaign was stopped before its end.";
    }
    return failed > 0
        ? failed
            + " of "
            + campaign.trainings()
            + " trainings failed or were cancelled; the page says why."
        : "Every training of the campaign has ended well.";
  }

  /** Failed if a training failed or was cancelled, or the campaign was stopped. */
  public static int exitCode(Campaign campaign) {
    return campaign.state() == Campaign.State.FINISHED
            && campaign.counts().failed() == 0
            && campaign.counts().cancelled() == 0
        ? ExitCode.OK
        : ExitCode.FAILED;
  }
}
