package io.espalier.tracker.audit;

import io.espalier.artifacts.store.DirectoryArtifactStore;
import io.espalier.audit.history.CampaignHistory;
import io.espalier.audit.verification.Problem;
import io.espalier.audit.verification.UnknownCampaign;
import io.espalier.audit.verification.Verification;
import io.espalier.audit.verification.Verified;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Verifications in the background, one after the other. The last ones are remembered until the
 * service ends. Safe for several threads.
 */
@ApplicationScoped
class Audits {
  private static final Logger LOG = Logger.getLogger(Audits.class);
  private static final int REMEMBERED = 50;

  private final Map<String, Object> client;
  private final DirectoryArtifactStore artifacts;
  private final HistoryComparison history;
  private final ExecutorService worker = Executors.newSingleThreadExecutor();
  private final Map<String, AuditState> states =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, AuditState> eldest) {
          return size() > REMEMBERED;
        }
      };

  Audits(
      @ConfigProperty(name = "kafka.bootstrap.servers") String servers,
      @ConfigProperty(name = "espalier.artifacts.dir") Path artifacts,
      HistoryComparison history) {
    this.client = Map.of("bootstrap.servers", servers);
    this.artifacts = new DirectoryArtifactStore(artifacts);
    this.history = history;
  }

  /** Starts a verification unless one is under way. */
  synchronized AuditState start(String campaign) {
    AuditState state = state(campaign);
    if (state.state().equals("running")) {
      return state;
    }
    Instant now = Instant.now();
    worker.execute(() -> run(campaign, now));
    return set(campaign, AuditState.running(0, 0, now));
  }

  /** How far the last one is. */
  synchronized AuditState state(String campaign) {
    return states.getOrDefault(campaign, AuditState.NONE);
  }

  private synchronized AuditState set(String campaign, AuditState state) {
    states.put(campaign, state);
    return state;
  }

  private void run(String campaign, Instant start) {
    try {
      Map<TopicPartition, Long> ends = new HashMap<>();
      Verified verified =
          new Verification(
                  artifacts,
                  (checked, total) -> set(campaign, AuditState.running(checked, total, start)))
              .of(
                  campaign,
                  (each, flaws) ->
                      ends.putAll(new CampaignHistory(campaign).read(client, each, flaws)));
      List<Problem> problems = new ArrayList<>(verified.report().problems());
      problems.addAll(history.problems(campaign, verified.hashes(), ends));
      set(campaign, AuditState.done(verified.report(), problems, state(campaign).total(), start));
    } catch (UnknownCampaign e) {
      set(campaign, AuditState.failed(e.getMessage(), start));
    } catch (Throwable e) {
      LOG.errorf(e, "the audit of %s failed", campaign);
      set(campaign, AuditState.failed("the audit could not be done: " + e, start));
    }
  }

  @PreDestroy
  void close() {
    worker.shutdownNow();
  }
}
