package io.espalier.envelope;

import io.espalier.events.Event;
import io.espalier.events.Topic;
import io.espalier.events.WireName;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All event variants by topic and wire name, found by walking the sealed interfaces. */
public final class EventTypes {
  private static final Map<Topic, SortedMap<String, Class<? extends Event>>> BY_TOPIC =
      Arrays.stream(Topic.values())
          .collect(Collectors.toUnmodifiableMap(t -> t, EventTypes::variantsOf));

  private EventTypes() {}

  /** The variants that may arrive on a topic, by wire name. */
  public static SortedMap<String, Class<? extends Event>> on(Topic topic) {
    return BY_TOPIC.get(topic);
  }

  /** The wire name of an event's variant. */
  public static String wireName(Class<? extends Event> variant) {
    WireName name = variant.getAnnotation(WireName.class);
    if (name == null) {
      throw new IllegalStateException(variant.getName() + " has no @WireName");
    }
    return name.value();
  }

  /** The variant called {@code wireName} on {@code topic}. */
  static Optional<Class<? extends Event>> variant(Topic topic, String wireName) {
    return Optional.ofNullable(on(topic).get(wireName));
  }

  private static SortedMap<String, Class<? extends Event>> variantsOf(Topic topic) {
    SortedMap<String, Class<? extends Event>> variants = new TreeMap<>();
    for (Class<?> permitted : topic.events().getPermittedSubclasses()) {
      Class<? extends Event> variant = permitted.asSubclass(Event.class);
      variants.put(wireName(variant), variant);
    }
    return Collections.unmodifiableSortedMap(variants);
  }
}
