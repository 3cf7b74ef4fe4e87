package io.espalier.audit.verification;

import io.espalier.envelope.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the checks find. Not safe for several threads. */
final class Findings {
  private final List<Problem> problems = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final Map<TrainingKey, String> byTraining = new LinkedHashMap<>();

  /** Something that must not be, at a position of the log. */
  void problem(Position at, String what) {
    problems.add(new Problem(at.toString(), what));
  }

  /** Something that must not be, in an event; the training that the event is about is broken. */
  void problem(Recorded recorded, String what) {
    String named = recorded.id() + ": " + what;
    problem(recorded.position(), named);
    TrainingKey.of(recorded.event()).ifPresent(key -> byTraining.putIfAbsent(key, what));
  }

  /** Something worth knowing that is no fault. */
  void note(String what) {
    notes.add(what);
  }

  List<Problem> problems() {
    return List.copyOf(problems);
  }

  List<String> notes() {
    return List.copyOf(notes);
  }

  /** The first thing that is wrong with each training that has something wrong. */
  Map<TrainingKey, String> byTraining() {
    return Map.copyOf(byTraining);
  }
}
