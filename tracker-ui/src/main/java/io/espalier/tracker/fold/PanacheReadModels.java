package io.espalier.tracker.fold;

import io.espalier.events.Event;
import io.espalier.tracker.campaigns.Campaign;
import io.espalier.tracker.trials.Epoch;
import io.espalier.tracker.trials.PruningStep;
import io.espalier.tracker.trials.Score;
import io.espalier.tracker.trials.Training;
import io.espalier.tracker.trials.Trial;
import io.espalier.tracker.trials.TrialRows;
import io.espalier.tracker.workers.Slot;
import io.espalier.tracker.workers.Worker;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The rows of one batch: what the batch needs is read at once, new rows are written together by
 * {@link #write}. Lives as long as its transaction.
 */
public final class PanacheReadModels implements ReadModels {
  private static final int IDS_PER_QUERY = 1000;
  private static final int TRIALS_PER_VISIT = 100;

  private final Map<String, Campaign> campaigns = new HashMap<>();
  private final Map<String, TrialRows> trials = new HashMap<>();
  private final Map<String, Score> scores = new HashMap<>();
  private final Map<String, Worker> workers = new HashMap<>();
  private final Map<Slot.Key, Slot> slots = new HashMap<>();
  private final List<Epoch> epochs = new ArrayList<>();
  private final List<PruningStep> steps = new ArrayList<>();

  /** Reads the rows that these events need; needs a transaction. */
  public PanacheReadModels(Collection<? extends Event> events) {
    Subjects subjects = Subjects.of(events);
    inChunks(
        subjects.trials(),
        ids -> read(Trial.list("id in ?1", ids)).forEach(r -> trials.put(r.trial().id, r)));
    inChunks(
        subjects.campaigns(),
        ids -> Campaign.<Campaign>list("id in ?1", ids).forEach(c -> campaigns.put(c.id, c)));
    inChunks(
        subjects.scores(),
        ids -> Score.<Score>list("training in ?1", ids).forEach(s -> scores.put(s.training, s)));
    inChunks(
        subjects.workers(),
        ids -> {
          Worker.<Worker>list("id in ?1", ids).forEach(w -> workers.put(w.id, w));
          Slot.<Slot>list("worker in ?1", ids)
              .forEach(s -> slots.put(new Slot.Key(s.worker, s.slot), s));
        });
  }

  /** Writes what is new, kind by kind so that JDBC batches it; changed rows follow at commit. */
  public void write() {
    campaigns.values().forEach(c -> c.persist());
    trials.values().forEach(rows -> rows.trial().persist());
    trials.values().forEach(rows -> rows.changed().forEach(t -> t.persist()));
    scores.values().forEach(s -> s.persist());
    workers.values().forEach(w -> w.persist());
    slots.values().forEach(s -> s.persist());
    epochs.forEach(e -> e.persist());
    steps.forEach(s -> s.persist());
  }

  @Override
  public Campaign campaign(String id) {
    return campaigns.computeIfAbsent(
        id, i -> Campaign.<Campaign>findByIdOptional(i).orElseGet(() -> Campaign.unknown(i)));
  }

  @Override
  public TrialRows trial(String id, String campaign) {
    return trials.computeIfAbsent(id, i -> TrialRows.unknown(i, campaign));
  }

  @Override
  public void visitTrials(String campaign, Consumer<TrialRows> visitor) {
    trials.values().stream()
        .filter(rows -> rows.trial().campaign.equals(campaign))
        .forEach(visitor);
    EntityManager entities = Trial.getEntityManager();
    List<String> others =
        entities
            .createQuery("select t.id from Trial t where t.campaign = ?1", String.class)
            .setParameter(1, campaign)
            .getResultStream()
            .filter(id -> !trials.containsKey(id))
            .toList();
    inChunks(
        others,
        TRIALS_PER_VISIT,
        ids -> {
          List<TrialRows> visited = read(Trial.list("id in ?1", ids));
          visited.forEach(visitor);
          entities.flush();
          for (TrialRows rows : visited) {
            rows.trainings().forEach(entities::detach);
            entities.detach(rows.trial());
          }
        });
  }

  @Override
  public Score score(String training, String trial) {
    return scores.computeIfAbsent(training, id -> Score.of(id, trial));
  }

  @Override
  public Worker worker(String id, Instant time) {
    return workers.computeIfAbsent(id, i -> Worker.firstSeen(i, time));
  }

  @Override
  public Slot slot(Slot.Key key, Instant time) {
    return slots.computeIfAbsent(key, k -> Slot.firstSeen(k, time));
  }

  @Override
  public Collection<Slot> slotsOf(String worker) {
    return slots.values().stream().filter(s -> s.worker.equals(worker)).toList();
  }

  @Override
  public void add(Epoch epoch) {
    epochs.add(epoch);
  }

  @Override
  public void add(PruningStep step) {
    steps.add(step);
  }

  private static List<TrialRows> read(List<Trial> found) {
    Map<String, List<Training>> trainings =
        Training.<Training>list("trial in ?1", found.stream().map(t -> t.id).toList()).stream()
            .collect(Collectors.groupingBy(t -> t.trial));
    return found.stream()
        .map(trial -> new TrialRows(trial, trainings.getOrDefault(trial.id, List.of())))
        .toList();
  }

  private static void inChunks(Collection<String> ids, Consumer<List<String>> query) {
    inChunks(ids, IDS_PER_QUERY, query);
  }

  private static void inChunks(Collection<String> ids, int longest, Consumer<List<String>> query) {
    List<String> all = List.copyOf(ids);
    for (int from = 0; from < all.size(); from += longest) {
      query.accept(all.subList(from, Math.min(all.size(), from + longest)));
    }
  }
}
