package io.espalier.audit.verification;

import io.espalier.artifacts.store.ArtifactStore;
import io.espalier.audit.history.CampaignHistory;
import io.espalier.audit.history.LogFlaw;
import io.espalier.envelope.Decoded;
import io.espalier.envelope.Position;
import io.espalier.events.PruningEvent.Pruned;
import io.espalier.events.Topic;
import io.espalier.events.TrainingEvent.Trained;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Verifies the history of one campaign: reads the log once and every file once. Time grows with the
 * bytes of both, memory with the number of events and of trials, not with the size of the files.
 */
public final class Verification {
  private static final double NANOSECONDS = 1e9;

  private final ArtifactStore artifacts;
  private final Progress progress;

  /** Hears how far a verification is. */
  @FunctionalInterface
  public interface Progress {
    /**
     * Called for every training and every pruning step.
     *
     * @param checked looked at so far
     * @param total there are; known when the log is read
     */
    void at(long checked, long total);
  }

  /** Where the records of a campaign come from. */
  @FunctionalInterface
  public interface Source {
    /**
     * Hands over every record once, those of a partition in the order of offsets, topics in the
     * order of {@link Topic}.
     *
     * @param flaws takes what is wrong with the source itself
     */
    void read(Consumer<Decoded> each, Consumer<LogFlaw> flaws);
  }

  /** A verification of files in a store. */
  public Verification(ArtifactStore artifacts, Progress progress) {
    this.artifacts = artifacts;
    this.progress = progress;
  }

  /**
   * Verifies a campaign as a broker has it.
   *
   * @param client settings of a Kafka client; {@code bootstrap.servers} is needed
   * @throws UnknownCampaign if the log has no record of it
   */
  public Verified of(String campaign, Map<String, Object> client) throws UnknownCampaign {
    return of(campaign, (each, flaws) -> new CampaignHistory(campaign).read(client, each, flaws));
  }

  /**
   * Verifies a campaign.
   *
   * @throws UnknownCampaign if the source has no record of it
   */
  public Verified of(String campaign, Source source) throws UnknownCampaign {
    long start = System.nanoTime();
    Findings findings = new Findings();
    Reading reading = new Reading(findings);
    source.read(reading::take, reading::flaw);
    if (!reading.any) {
      throw new UnknownCampaign(campaign);
    }
    if (reading.retold > 0) {
      findings.note(
          reading.retold + " events were told again with the same content; the first ones count");
    }
    return verified(campaign, reading.chronicle, findings, start);
  }

  private Verified verified(String campaign, Chronicle chronicle, Findings findings, long start) {
    long total =
        chronicle.events().stream()
            .filter(r -> r.event() instanceof Trained || r.event() instanceof Pruned)
            .count();
    progress.at(0, total);
    if (chronicle.launched().isEmpty()) {
      findings.problem(
          new Position(Topic.CAMPAIGNS.topicName(), 0, 0),
          campaign + "/launched is not in the log: it was removed");
    }
    Files files = new Files(artifacts);
    for (Check check :
        List.of(
            new ChainCheck(),
            new HashCheck(),
            new OrderCheck(),
            new PlanCheck(),
            new NumbersCheck(),
            new GapsCheck(),
            new FileCheck(files, checked -> progress.at(checked, total)))) {
      check.examine(chronicle, findings);
    }
    List<StepRow> steps = new StepRows(chronicle, findings.byTraining()).all();
    AuditReport report =
        new AuditReport(
            campaign,
            chronicle.records(),
            files.count(),
            steps,
            findings.problems(),
            findings.notes(),
            (System.nanoTime() - start) / NANOSECONDS,
            0);
    return new Verified(report, chronicle);
  }

  /** Takes records in and says at once what is wrong with one by itself. */
  private static final class Reading {
    private final Chronicle chronicle = new Chronicle();
    private final Schemas schemas = new Schemas();
    private final Findings findings;
    private final Set<String> archives = new TreeSet<>();
    private boolean any;
    private long retold;

    Reading(Findings findings) {
      this.findings = findings;
    }

    void take(Decoded decoded) {
      any = true;
      if (decoded instanceof Decoded.Malformed malformed) {
        findings.problem(malformed.position(), "cannot be read: " + malformed.reason());
        return;
      }
      Decoded.Received received = (Decoded.Received) decoded;
      received
          .archive()
          .filter(archives::add)
          .ifPresent(root -> findings.note("imported from the archive with the root hash " + root));
      Recorded recorded = Recorded.of(received, received.event());
      for (String misfit : schemas.misfits(received.wire())) {
        findings.problem(recorded, "does not fit its schema: " + misfit);
      }
      Optional<Recorded> before = chronicle.add(received);
      before.ifPresent(first -> repeated(first, recorded));
    }

    private void repeated(Recorded first, Recorded again) {
      List<String> different = Retold.differences(first.event(), again.event());
      if (different.isEmpty()) {
        retold++;
      } else {
        findings.problem(
            again,
            "stands at " + first.position() + " before, which counts, with other " + different);
      }
    }

    void flaw(LogFlaw flaw) {
      findings.problem(flaw.at(), flaw.what());
    }
  }
}
