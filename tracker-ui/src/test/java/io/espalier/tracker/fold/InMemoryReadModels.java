package io.espalier.tracker.fold;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.espalier.events.Event;
import io.espalier.tracker.campaigns.Campaign;
import io.espalier.tracker.trials.Epoch;
import io.espalier.tracker.trials.PruningStep;
import io.espalier.tracker.trials.Score;
import io.espalier.tracker.trials.Training;
import io.espalier.tracker.trials.TrialRows;
import io.espalier.tracker.workers.Slot;
import io.espalier.tracker.workers.Worker;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Read models in maps, as the database would keep them. */
final class InMemoryReadModels implements ReadModels {
  private static final ObjectMapper EVERY_FIELD =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .visibility(PropertyAccessor.ALL, JsonAutoDetect.Visibility.NONE)
          .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
          .disable(MapperFeature.USE_ANNOTATIONS)
          .build();

  final Map<String, Campaign> campaigns = new HashMap<>();
  final Map<String, TrialRows> trials = new HashMap<>();
  final Map<String, Score> scores = new HashMap<>();
  final Map<String, Worker> workers = new HashMap<>();
  final Map<Slot.Key, Slot> slots = new HashMap<>();
  final List<Object> told = new ArrayList<>();

  /** What is left of these events, told a second after each other. */
  static InMemoryReadModels after(Event... events) {
    InMemoryReadModels models = new InMemoryReadModels();
    Fold fold = new Fold(models);
    Story.told(List.of(events)).forEach(t -> fold.apply(t.event(), t.time()));
    fold.finish();
    return models;
  }

  /** Every row with every column, sorted. */
  List<String> rows() {
    Stream<Object> rows =
        Stream.of(
                campaigns.values(),
                trials.values().stream().map(t -> (Object) t.trial()).toList(),
                trials.values().stream().<Object>flatMap(t -> t.trainings().stream()).toList(),
                scores.values(),
                workers.values(),
                slots.values(),
                told)
            .flatMap(Collection::stream);
    return rows.map(InMemoryReadModels::text).sorted().toList();
  }

  Training training(String id) {
    return trials.values().stream()
        .flatMap(t -> t.trainings().stream())
        .filter(t -> t.id.equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static String text(Object row) {
    try {
      return row.getClass().getSimpleName() + EVERY_FIELD.writeValueAsString(row);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Campaign campaign(String id) {
    return campaigns.computeIfAbsent(id, Campaign::unknown);
  }

  @Override
  public TrialRows trial(String id, String campaign) {
    return trials.computeIfAbsent(id, i -> TrialRows.unknown(i, campaign));
  }

  @Override
  public void visitTrials(String campaign, Consumer<TrialRows> visitor) {
    trials.values().stream()
        .filter(t -> t.trial().campaign.equals(campaign))
        .toList()
        .forEach(visitor);
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
    told.add(epoch);
  }

  @Override
  public void add(PruningStep step) {
    told.add(step);
  }
}
