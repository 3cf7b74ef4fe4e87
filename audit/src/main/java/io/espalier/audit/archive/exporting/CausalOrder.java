package io.espalier.audit.archive.exporting;

import io.espalier.envelope.Cause;
import io.espalier.envelope.Decoded;
import io.espalier.envelope.Position;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * Puts events into an order in which causes come before effects and each partition keeps its own
 * order; otherwise they stay as they were added. The same events added in the same order give the
 * same result. A cause that is not among them, or that contradicts the order of its partition, as
 * only a damaged history has it, is passed over. Time and memory are linear in the events.
 */
final class CausalOrder {
  private static final int NONE = -1;

  private final Map<String, Integer> byHash = new HashMap<>();
  private final List<Optional<String>> causes = new ArrayList<>();
  private final List<Integer> previous = new ArrayList<>();
  private Optional<Position> last = Optional.empty();

  private enum State {
    NEW,
    WAITING,
    TOLD
  }

  /** Adds the next event; those of a partition follow each other. */
  void add(Decoded.Received event) {
    int number = causes.size();
    Position at = event.position();
    boolean follows =
        last.filter(l -> l.topic().equals(at.topic()) && l.partition() == at.partition())
            .isPresent();
    previous.add(follows ? number - 1 : NONE);
    causes.add(event.envelope().cause().map(Cause::hash));
    byHash.putIfAbsent(event.hash(), number);
    last = Optional.of(at);
  }

  /** Visits the numbers of all events, counted from 0 as they were added, in causal order. */
  void visit(IntConsumer visitor) {
    State[] states = new State[causes.size()];
    java.util.Arrays.fill(states, State.NEW);
    Deque<Integer> path = new ArrayDeque<>();
    for (int start = 0; start < states.length; start++) {
      path.push(start);
      while (!path.isEmpty()) {
        int event = path.peek();
        if (states[event] == State.TOLD) {
          path.pop();
          continue;
        }
        states[event] = State.WAITING;
        int cause = causes.get(event).map(hash -> byHash.getOrDefault(hash, NONE)).orElse(NONE);
        if (cause != NONE && states[cause] == State.NEW) {
          path.push(cause);
        } else if (previous.get(event) != NONE && states[previous.get(event)] == State.NEW) {
          path.push(previous.get(event));
        } else {
          states[event] = State.TOLD;
          path.pop();
          visitor.accept(event);
        }
      }
    }
  }
}
