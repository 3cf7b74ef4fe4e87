package io.espalier.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.espalier.artifacts.store.DirectoryArtifactStore;
import io.espalier.audit.verification.UnknownCampaign;
import io.espalier.audit.verification.Verification;
import io.espalier.audit.verification.Verified;
import io.espalier.envelope.Json;
import java.nio.file.Path;
import java.util.Map;

/**
 * Verifies a campaign. Writes one JSON object per line: {@code phase}, {@code done} and {@code
 * total} as it goes, and at the end {@code report} or {@code refused}.
 */
public final class ReplayMain {
  private static final int REFUSED = 2;

  private ReplayMain() {}

  /**
   * The exit code is 0 if a report was written, whatever it says, and 2 if the campaign is unknown.
   *
   * @param args {@code bootstrap.servers}, directories of artifacts and of datasets, the campaign
   */
  public static void main(String[] args) throws JsonProcessingException {
    Path artifacts = Path.of(args[1]);
    try {
      Verified verified =
          new Verification(
                  new DirectoryArtifactStore(artifacts),
                  (checked, total) -> progress("verified", checked, total))
              .of(args[3], Map.of("bootstrap.servers", args[0]));
      write(Map.of("report", verified.report()));
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
