package io.espalier.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.espalier.artifacts.store.DirectoryArtifactStore;
import io.espalier.audit.verification.UnknownCampaign;
import io.espalier.audit.verification.Verification;
import io.espalier.audit.verification.Verified;
import io.espalier.datasets.DatasetCatalogue;
import io.espalier.envelope.Json;
import io.espalier.pruning.plugin.Plugins;
import io.espalier.pruning.saliency.Saliencies;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Verifies a campaign and computes it again if asked to. Writes one JSON object per line: {@code
 * phase}, {@code done} and {@code total} as it goes, and at the end {@code report} or {@code
 * refused}.
 */
public final class ReplayMain {
  private static final int REFUSED = 2;

  private ReplayMain() {}

  /**
   * The exit code is 0 if a report was written, whatever it says, and 2 if the campaign is unknown.
   *
   * @param args {@code bootstrap.servers}, directories of artifacts and of datasets, the campaign,
   *     the directory of plugins, and any of {@code --replay} and {@code --retrain}
   */
  public static void main(String[] args) throws JsonProcessingException, InterruptedException {
    Path artifacts = Path.of(args[1]);
    try {
      Verified verified =
          new Verification(
                  new DirectoryArtifactStore(artifacts),
                  (checked, total) -> progress("verified", checked, total))
              .of(args[3], Map.of("bootstrap.servers", args[0]));
      List<String> options = Arrays.asList(args).subList(5, args.length);
      Replay replay =
          new Replay(
              new DirectoryArtifactStore(artifacts),
              new DatasetCatalogue(Path.of(args[2])),
              Saliencies.builtIn().and(Plugins.in(Path.of(args[4]))),
              (done, total) -> progress("computed again", done, total));
      write(
          Map.of(
              "report",
              replay.of(verified, options.contains("--replay"), options.contains("--retrain"))));
    } catch (UnknownCampaign e) {
      write(Map.of("refused", e.getMessage()));
      System.exit(REFUSED);
    }
    // Libraries may have left threads behind.
    System.exit(0);
  }

  private static void progress(String phase, long done, long total) {
    System.out.printf("{\"phase\":\"%s\",\"done\":%d,\"total\":%d}%n", phase, done, total);
    System.out.flush();
  }

  private static void write(Object line) throws JsonProcessingException {
    System.out.println(Json.mapper().writeValueAsString(line));
    System.out.flush();
  }
}
