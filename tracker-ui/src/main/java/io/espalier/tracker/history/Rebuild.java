package io.espalier.tracker.history;

import io.espalier.tracker.fold.Fold;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Empties the read models and folds the history again, in one transaction, if the fold has another
 * version than the one that built them, or if asked to.
 */
@ApplicationScoped
public class Rebuild {
  private static final Logger LOG = Logger.getLogger(Rebuild.class);
  private static final Duration LONGEST = Duration.ofHours(6);
  private static final int EVENTS_AT_ONCE = 1000;

  private final EntityManager entities;
  private final boolean asked;

  Rebuild(
      EntityManager entities,
      @ConfigProperty(name = "espalier.history.rebuild", defaultValue = "false") boolean asked) {
    this.entities = entities;
    this.asked = asked;
  }

  void atStart(@Observes @Priority(2) StartupEvent start) {
    if (asked || !builtByThisVersion()) {
      run();
    }
  }

  /** Rebuilds the read models; nothing may be consumed meanwhile. */
  public void run() {
    long folded =
        QuarkusTransaction.requiringNew().timeout((int) LONGEST.toSeconds()).call(this::foldAll);
    LOG.infof("read models rebuilt from %d events", folded);
  }

  private boolean builtByThisVersion() {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                entities
                    .createNativeQuery("select version from fold_version", Integer.class)
                    .getResultList()
                    .equals(List.of(Fold.VERSION)));
  }

  private long foldAll() {
    entities
        .createNativeQuery(
            "truncate campaign, trial, training, epoch, pruning_step, score, worker, slot,"
                + " fold_version")
        .executeUpdate();
    long folded = 0;
    HistoryEvent.Key last = new HistoryEvent.Key("", 0, 0);
    for (List<HistoryEvent> page = after(last); !page.isEmpty(); page = after(last)) {
      HistoryWriter.fold(
          page.stream().filter(e -> !e.seenBefore).map(HistoryEvent::received).toList());
      folded += page.size();
      HistoryEvent end = page.get(page.size() - 1);
      last = new HistoryEvent.Key(end.topic, end.logPartition, end.logOffset);
      entities.flush();
      entities.clear();
    }
    entities
        .createNativeQuery("insert into fold_version values (?1)")
        .setParameter(1, Fold.VERSION)
        .executeUpdate();
    return folded;
  }

  private static List<HistoryEvent> after(HistoryEvent.Key last) {
    return HistoryEvent.find(
            "(topic, logPartition, logOffset) > (?1, ?2, ?3)"
                + " order by topic, logPartition, logOffset",
            last.topic(),
            last.logPartition(),
            last.logOffset())
        .page(0, EVENTS_AT_ONCE)
        .list();
  }
}
