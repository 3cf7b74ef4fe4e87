package io.espalier.launcher.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.espalier.embedded.FreePort;
import io.espalier.launcher.stack.Stack;
import io.espalier.launcher.stack.StackOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The product as a researcher meets it: the whole stack, real MNIST, a real browser. The tests tell
 * one story in their order.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CampaignInBrowserIT {
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");
  private static final double MINUTES = 60_000;

  /** The dense network, 3 x 4 rounds (two methods and random), a control, two from scratch. */
  private static final int IN_ROUNDS = 16;

  /** The dense network, its control, 3 x 2 rounds that were done, two from scratch. */
  private static final int ROUNDS_GROUPS = 10;

  @TempDir static Path data;
  private static Stack stack;
  private static Browser browser;
  private static Page page;

  @BeforeAll
  static void startEverything() throws Exception {
    stack = Stack.start(new StackOptions(data, FreePort.find(), 1, false));
    browser = new Browser();
    page = browser.page(1280, 900, ColorScheme.LIGHT);
  }

  @AfterAll
  static void stopEverything() throws Exception {
    if (browser != null) {
      browser.close();
    }
    if (stack != null) {
      stack.close();
    }
  }

  @Test
  @Order(1)
  void anEmptyPlaceSaysHowToBegin() {
    page.navigate(stack.uiUrl());

    assertThat(page.getByText("./espalier launch").first()).isVisible();
    shoot("campaigns-empty");
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Launch").setExact(false))
        .first()
        .click();

    assertThat(heading("Launch a campaign")).isVisible();
  }

  @Test
  @Order(2)
  void everyStudyFillsTheFormWithACampaignThatIsAccepted() {
    assertThat(page.locator("#seeds")).isVisible();
    List<Locator> studies = page.locator("button.study", withoutBlank()).all();
    assertThat(studies).hasSizeGreaterThan(1);
    for (Locator study : studies) {
      study.click();
      assertThat(page.locator(".verdict[aria-busy='false'] .total")).containsText("training");
      assertThat(page.locator(".notice.kept")).hasCount(0);
    }
  }

  @Test
  @Order(3)
  void aNetworkOnRandomGraphsIsCheckedFieldByField() {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("MNIST demo")).click();
    page.locator("#dataset").selectOption("reber");
    assertThat(page.locator("#family-0")).hasValue("recurrent-stack");
    page.locator("#family-0").selectOption("graph-recurrent");
    page.locator("#graph-0").selectOption("watts-strogatz");
    page.locator("#graph-nodes-0").fill("1");
    assertThat(page.locator("#graph-nodes-0-problem")).containsText("from 2 to 10000");
    shoot("launch-graphs");

    page.locator("#graph-nodes-0").fill("10-20");
    page.locator("#graph-count-0").fill("5");
    assertThat(page.locator("#launch")).hasText("Launch 60 trainings");
    assertThat(page.locator("pre.code")).containsText("nodes: [10, 20]");
  }

  @Test
  @Order(4)
  void aFormWithMistakesShowsEachBesideItsFieldAndLaunchesNothing() {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("MNIST demo")).click();
    page.locator("#epochs").fill("0");
    page.locator("#rates").fill("180");
    page.locator("#rates").press("Enter");

    assertThat(page.locator("#epochs-problem")).containsText("allowed: a whole number from 1");
    assertThat(page.locator("#rates-problem")).containsText("180");
    assertThat(page.locator(".verdict")).containsText("2 problems");
    shoot("launch-problems");
    page.locator("#launch").click();
    assertThat(page).hasURL(Pattern.compile(".*/launch"));
  }

  @Test
  @Order(5)
  void aCampaignIsLaunchedFromTheFormWhichSaysHowManyTrainingsItAsksFor() {
    page.getByLabel("Remove 180").click();
    page.locator("#epochs").fill("3");
    page.locator("#retrainEpochs").fill("2");
    page.locator("#learningRate").fill("0.05");
    page.locator("#seeds").fill("1-3");
    Locator launch = page.locator("#launch");
    assertThat(launch).hasText("Launch 12 trainings");
    shoot("launch");
    launch.click();

    assertThat(page).hasURL(Pattern.compile(".*/campaigns/.+"));
    assertThat(heading("MNIST demo")).isVisible();
  }

  @Test
  @Order(6)
  void progressAppearsWhileItTrainsAndTheWorkersPageShowsWhoDoesIt() {
    assertThat(page.locator("tr.training .epochs").first())
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(MINUTES));
    shoot("campaign-training");

    Page workers = browser.page(1280, 900, ColorScheme.LIGHT);
    workers.navigate(stack.uiUrl() + "/workers");
    assertThat(workers.getByText("Alive").first()).isVisible();
    assertThat(workers.locator(".slots li.busy").first()).isVisible();
    workers.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve("workers.png")));
    workers.close();
  }

  @Test
  @Order(7)
  void theCampaignFinishesWithoutAReloadAndShowsMeanAndSpreadPerMethod() {
    assertThat(page.locator(".title-row").getByText("Finished"))
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(4 * MINUTES));

    assertThat(page.locator("#results tbody tr")).hasCount(4);
    for (Locator row : page.locator("#results tbody tr").all()) {
      assertThat(row).containsText(Pattern.compile("9\\d\\.\\d\\d\\s*%?\\s*±\\s*\\d\\.\\d\\d"));
    }
    assertThat(page.locator("es-trainings-table tbody tr.trained")).hasCount(12);
    shoot("campaign");
    screenshot("campaign-dark", 1280, 900, ColorScheme.DARK, page.url(), 4);
    screenshot("campaign-phone", 390, 844, ColorScheme.LIGHT, page.url(), 4);
  }

  @Test
  @Order(8)
  void aTrialShowsItsPruningStepsAndAnUnbrokenChain() {
    page.locator("es-trainings-table tbody a.row-title").first().click();

    assertThat(heading("Trial")).isVisible();
    assertThat(page.locator("article.step")).hasCount(3);
    assertThat(page.locator("article.step", containing("Weights kept")).first()).isVisible();
    assertThat(page.getByText("every cause known")).isVisible();
    page.screenshot(options("trial").setFullPage(true));
  }

  @Test
  @Order(9)
  void aTrainerIsAddedAndRemovedByAButton() {
    page.navigate(stack.uiUrl() + "/workers");
    Locator alive = page.locator(".worker", containing("Alive"));
    assertThat(alive).hasCount(1);

    page.getByLabel("Add a trainer").click();
    assertThat(alive).hasCount(2, withinMinutes(1));
    page.getByLabel("Remove a trainer").click();
    assertThat(alive).hasCount(1, withinMinutes(1));
  }

  @Test
  @Order(10)
  void aCampaignIsStoppedAfterAskingAndItsTrainingsAreCancelled() {
    page.navigate(stack.uiUrl() + "/launch");
    page.locator("#epochs").fill("500");
    assertThat(page.locator("#launch")).hasText("Launch 12 trainings");
    page.locator("#launch").click();
    assertThat(page.locator("tr.training .epochs").first()).isVisible();

    page.getByRole(AriaRole.BUTTON, named("Stop")).click();
    page.getByRole(AriaRole.DIALOG)
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Stop the campaign"))
        .click();

    assertThat(page.locator(".title-row").getByText("Stopped")).isVisible();
    assertThat(page.locator("#trainings tbody tr.cancelled")).hasCount(12, withinMinutes(1));
  }

  @Test
  @Order(11)
  void aTrialOnARandomGraphShowsItsPictureAndFeatures() {
    page.navigate(stack.uiUrl() + "/launch");
    page.locator("#family-0").selectOption("graph-feed-forward");
    page.locator("#graph-nodes-0").fill("12");
    page.locator("#graph-attachments-0").fill("2");
    page.locator("#graph-count-0").fill("1");
    page.locator("#seeds").fill("1");
    page.locator("#epochs").fill("1");
    page.getByLabel("Prune the trained networks").uncheck();
    assertThat(page.locator("#launch")).hasText("Launch 1 training");
    page.locator("#launch").click();
    page.locator("es-trainings-table tbody a.row-title").first().click();

    assertThat(page.locator("svg.graph .node")).hasCount(12);
    assertThat(page.locator("svg.graph path")).hasCount(20);
    assertThat(page.locator(".features tr", containing("edges")).first()).containsText("20");
    page.locator("svg.graph .node").first().hover();
    assertThat(page.locator("figcaption")).containsText("Node 0, layer 0");
    page.screenshot(options("trial-graph").setFullPage(true));
  }

  @Test
  @Order(12)
  void aCampaignInRoundsIsPutTogetherFromSalienciesDistributionsAndControls() {
    page.navigate(stack.uiUrl() + "/launch");
    page.locator("button.study", containing("Blank")).click();
    page.locator("#name").fill("In rounds");
    page.locator("#dataset").selectOption("mnist");
    page.locator("#epochs").fill("1");
    page.locator("#learningRate").fill("0.05");
    page.locator("#seeds").fill("1");
    page.getByRole(AriaRole.GROUP, named("Optimal brain damage"))
        .getByLabel("class-blinded")
        .check();
    page.getByRole(AriaRole.BUTTON, named("In rounds")).click();
    page.locator("#iterative-shareOfRemaining").fill("80");
    page.locator("#iterative-rounds").fill("4");
    page.locator("#iterative-leastWeights").fill("5000");
    page.locator("#retrainEpochs").fill("1");

    assertThat(page.locator(".make-up")).containsText("8 pruned: 2 methods × 4 rounds");
    assertThat(page.locator("#launch")).hasText("Launch " + IN_ROUNDS + " trainings");
    page.screenshot(options("launch-pruning").setFullPage(true));
    page.locator("#launch").click();
    assertThat(heading("In rounds")).isVisible();
  }

  @Test
  @Order(13)
  void roundsThatEndEarlyLeaveTrainingsThatAreNotNeeded() {
    assertThat(page.locator(".title-row").getByText("Finished")).isVisible(visibleWithinMinutes(4));

    // Of each of the three lines of rounds the first two are done: 3,176 weights are then left.
    assertThat(page.locator("#trainings tr.not_needed")).hasCount(6);
    assertThat(page.locator("#trainings tr.trained")).hasCount(IN_ROUNDS - 6);
    assertThat(page.locator(".legend")).containsText("6 not needed");
    assertThat(page.locator("#comparisons tbody tr").first()).containsText("too few seeds");
    assertThat(page.locator("es-statistics-panel .notice")).containsText("Too few seeds");
  }

  @Test
  @Order(14)
  void stepsResultsAndComparisonsAreThereAsCsv() {
    assertThat(csv("Steps")).startsWith("trial,").contains("optimal-brain-damage");
    assertThat(csv("Results").lines()).hasSize(1 + ROUNDS_GROUPS);
    assertThat(csv("Comparisons")).contains("too-few-seeds");
  }

  @Test
  @Order(15)
  void theAuditOfACampaignHoldsAndSaysHowToReplayIt() {
    page.locator("#audit").click();

    assertThat(page.locator(".audit-verdict"))
        .containsText("The history holds", containedWithinMinutes(1));
    assertThat(page.locator(".replay")).containsText("--replay");
    page.locator(".audited summary").click();
    assertThat(page.locator(".audit-lines li")).hasCount(IN_ROUNDS - 6);
    page.screenshot(options("campaign-pruning").setFullPage(true));
    screenshot("campaign-pruning-dark", 1280, 900, ColorScheme.DARK, page.url(), ROUNDS_GROUPS);
    screenshot("campaign-pruning-phone", 390, 844, ColorScheme.LIGHT, page.url(), ROUNDS_GROUPS);
  }

  @Test
  @Order(16)
  void aPruningStepShowsWhatAnHonestStudyReports() {
    String campaign = page.url();
    page.locator("es-trainings-table tbody a.row-title").first().click();
    Locator step = page.locator("article.step", containing("Optimal brain damage")).first();

    for (String told :
        List.of("Threshold", "Compression", "in theory", "measured", "loss", "Dead units")) {
      assertThat(step).containsText(told);
    }
    assertThat(step.locator("es-chart canvas")).isVisible();
    assertThat(page.locator("article.step .notice", containing("The schedule ended here")))
        .hasCount(3);
    step.locator("summary", within("features changed")).click();
    step.locator("summary", within("Files and provenance")).click();
    assertThat(step).containsText("Mask before");
    page.screenshot(options("trial-pruning").setFullPage(true));
    page.navigate(campaign);
  }

  @Test
  @Order(17)
  void oneLikeItIsLaunchedFromTheSameForm() {
    page.getByRole(AriaRole.LINK, named("Launch one like it")).click();

    assertThat(page.locator("#launch")).hasText("Launch " + IN_ROUNDS + " trainings");
    assertThat(page.locator("#iterative-leastWeights")).hasValue("5000");
    assertThat(page.locator(".notice.kept")).hasCount(0);
  }

  @Test
  @Order(18)
  void noPageComplainedButAboutTheRefusedForm() {
    assertThat(browser.complaints())
        .allMatch(complaint -> complaint.contains("400") && complaint.contains("/campaigns/check"));
  }

  private static Page.LocatorOptions withoutBlank() {
    return new Page.LocatorOptions().setHasNotText("Blank");
  }

  private static LocatorAssertions.HasCountOptions withinMinutes(int minutes) {
    return new LocatorAssertions.HasCountOptions().setTimeout(minutes * MINUTES);
  }

  private static LocatorAssertions.IsVisibleOptions visibleWithinMinutes(int minutes) {
    return new LocatorAssertions.IsVisibleOptions().setTimeout(minutes * MINUTES);
  }

  private static LocatorAssertions.ContainsTextOptions containedWithinMinutes(int minutes) {
    return new LocatorAssertions.ContainsTextOptions().setTimeout(minutes * MINUTES);
  }

  /** What a link of the page downloads. */
  private static String csv(String link) {
    String path =
        page.locator("es-statistics-panel")
            .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(link).setExact(true))
            .getAttribute("href");
    return page.request().get(stack.uiUrl() + path).text();
  }

  private static Locator.LocatorOptions within(String text) {
    return new Locator.LocatorOptions().setHasText(text);
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  private static Page.LocatorOptions containing(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  private static Locator heading(String text) {
    return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(text).setLevel(1));
  }

  private static void screenshot(
      String name, int width, int height, ColorScheme scheme, String url, int results) {
    Page other = browser.page(width, height, scheme);
    other.navigate(url);
    assertThat(other.locator("#results tbody tr")).hasCount(results);
    other.screenshot(options(name).setFullPage(width < 600));
    other.close();
  }

  private static void shoot(String name) {
    page.screenshot(options(name));
  }

  private static Page.ScreenshotOptions options(String name) {
    return new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png"));
  }
}
