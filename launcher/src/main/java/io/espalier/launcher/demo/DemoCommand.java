package io.espalier.launcher.demo;

import io.espalier.datasets.DatasetCatalogue;
import io.espalier.datasets.DatasetUnavailable;
import io.espalier.launcher.ExitCode;
import io.espalier.launcher.client.http.RequestFailed;
import io.espalier.launcher.client.http.TrackerClient;
import io.espalier.launcher.client.launch.CampaignRun;
import io.espalier.launcher.client.launch.CampaignSource;
import io.espalier.launcher.client.launch.FileRefused;
import io.espalier.launcher.client.view.Campaign;
import io.espalier.launcher.command.StackSettings;
import io.espalier.launcher.stack.ControlFile;
import io.espalier.launcher.stack.Installation;
import io.espalier.launcher.stack.Stack;
import io.espalier.launcher.stack.StackOptions;
import io.espalier.launcher.stack.StackRefused;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs the demo campaign from the dataset to the table of results. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Start everything, run the campaign studies/demo.yaml and show its results.",
      "A stack that already runs on the data directory is used, and is left running."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every training of the campaign has ended well",
      "1:the stack or a training failed, the dataset is unavailable, or the campaign was stopped",
      "2:wrong use, or a file is refused"
    })
public final class DemoCommand implements Callable<Integer> {

  @Mixin private StackSettings settings;
  @Spec private CommandSpec spec;

  @Option(
      names = "--exit",
      description = "stop everything when the campaign has ended (else it runs until Ctrl-C)")
  private boolean exit;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "also write the results to this file, accuracies as shares (0..1)")
  private Path json;

  @Option(
      names = "--offline",
      description = "use the generated dataset digits-generated instead of MNIST")
  private boolean offline;

  @Override
  public Integer call() throws StackRefused, IOException, InterruptedException {
    PrintWriter err = spec.commandLine().getErr();
    try {
      return run(options(), spec.commandLine().getOut());
    } catch (FileRefused e) {
      e.lines().forEach(err::println);
      return ExitCode.REFUSED;
    } catch (DatasetUnavailable | RequestFailed e) {
      err.println(e.getMessage());
      return ExitCode.FAILED;
    }
  }

  private int run(StackOptions options, PrintWriter out)
      throws FileRefused, RequestFailed, StackRefused, IOException, InterruptedException {
    if (json != null) {
      ResultFile.requireWritable(json);
    }
    DatasetCatalogue datasets = new DatasetCatalogue(options.datasetsDir());
    CampaignSource source = DemoCampaign.read(Installation.find().studies(), offline, datasets);
    datasets.ensure(
        offline ? DemoCampaign.OFFLINE_DATASET : DemoCampaign.DATASET,
        message -> say(out, message));
    Optional<ControlFile> running = ControlFile.read(options.dataDir());
    if (running.isPresent()) {
      say(out, "Espalier already runs on " + options.dataDir() + ": " + running.get().ui());
      return campaign(running.get().ui(), source, out);
    }
    say(out, "Starting Espalier in " + options.dataDir() + " ...");
    try (Stack stack = Stack.start(options)) {
      return onOwnStack(stack, source, out);
    }
  }

  private int onOwnStack(Stack stack, CampaignSource source, PrintWriter out)
      throws FileRefused, RequestFailed, IOException, InterruptedException {
    say(out, "UI: " + stack.uiUrl());
    InterruptOnStop stop = InterruptOnStop.watch(stack);
    int code;
    try {
      code = campaign(stack.uiUrl(), source, out);
    } catch (InterruptedException e) {
      if (!stop.requested()) {
        throw e;
      }
      say(out, "Stopped before the campaign has ended; it goes on at the next start.");
      return ExitCode.FAILED;
    } finally {
      stop.forget();
    }
    if (!exit) {
      say(out, "Espalier keeps running: " + stack.uiUrl() + " (Ctrl-C stops it)");
      stack.awaitStop();
    }
    return code;
  }

  private int campaign(String ui, CampaignSource source, PrintWriter out)
      throws FileRefused, RequestFailed, IOException, InterruptedException {
    CampaignRun run = new CampaignRun(new TrackerClient(ui), out);
    Campaign campaign = run.follow(run.launch(source));
    if (json != null) {
      ResultFile.of(campaign).write(json);
      say(out, "Results are in " + json + ".");
    }
    return CampaignRun.exitCode(campaign);
  }

  private StackOptions options() {
    try {
      return settings.options();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private static void say(PrintWriter out, String line) {
    out.println(line);
    out.flush();
  }
}
