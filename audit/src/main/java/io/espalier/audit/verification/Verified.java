package io.espalier.audit.verification;

import io.espalier.envelope.Cause;
import io.espalier.envelope.Position;
import io.espalier.events.EpochEvent.EpochFinished;
import io.espalier.events.Event;
import io.espalier.events.PruningEvent;
import io.espalier.events.TrainingEvent.Trained;
import io.espalier.events.TrialEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** A verified campaign: the report, and the work that can be done again. */
public final class Verified {
  private final AuditReport report;
  private final Chronicle chronicle;
  private final Map<String, Integer> rows = new HashMap<>();

  Verified(AuditReport report, Chronicle chronicle) {
    this.report = report;
    this.chronicle = chronicle;
    for (StepRow row : report.steps()) {
      rows.put(row.trial() + "/" + row.attempt() + "/" + row.at(), rows.size());
    }
  }

  /** What the verification came to. */
  public AuditReport report() {
    return report;
  }

  /** The hash of every record of the campaign that could be read, by its position. */
  public Map<Position, String> hashes() {
    return chronicle.hashes();
  }

  /**
   * An event with the one that it was computed from.
   *
   * @param <E> what was computed
   * @param row number of the step in the report, or -1
   * @param position where it stands in the log
   * @param cause absent if the log does not have it
   * @param epochs that were told of the training, if it is one
   */
  public record Work<E extends TrialEvent>(
      int row, String position, E event, Optional<Event> cause, List<EpochFinished> epochs) {
    public Work {
      epochs = List.copyOf(epochs);
    }
  }

  /** Every pruning event with the training that it follows from. */
  public List<Work<PruningEvent>> prunings() {
    return works(PruningEvent.class);
  }

  /** Every training that was finished with what asked for it. */
  public List<Work<Trained>> trainings() {
    return works(Trained.class);
  }

  private <E extends TrialEvent> List<Work<E>> works(Class<E> type) {
    List<Work<E>> works = new ArrayList<>();
    for (Recorded recorded : chronicle.events()) {
      if (type.isInstance(recorded.event())) {
        E event = type.cast(recorded.event());
        works.add(
            new Work<>(
                rows.getOrDefault(TrainingKey.of(event.plan(), event.at()).toString(), -1),
                recorded.position().toString(),
                event,
                recorded.cause().map(Cause::id).flatMap(chronicle::event).map(Recorded::event),
                event instanceof Trained trained ? epochs(trained) : List.of()));
      }
    }
    return List.copyOf(works);
  }

  private List<EpochFinished> epochs(Trained trained) {
    TrainingKey key = TrainingKey.of(trained.plan(), trained.at());
    return IntStream.rangeClosed(1, trained.epochs())
        .mapToObj(epoch -> chronicle.event(key, "epoch-" + epoch, EpochFinished.class))
        .flatMap(Optional::stream)
        .toList();
  }
}
