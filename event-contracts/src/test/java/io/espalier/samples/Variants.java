package io.espalier.samples;

import io.espalier.events.Event;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Walks a sealed hierarchy down to its records. */
public final class Variants {
  private Variants() {}

  /** Every record that is an event. */
  public static List<Class<? extends Event>> all() {
    return below(Event.class).distinct().toList();
  }

  private static Stream<Class<? extends Event>> below(Class<? extends Event> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses())
            .flatMap(child -> below(child.asSubclass(Event.class)))
        : Stream.of(type);
  }
}
