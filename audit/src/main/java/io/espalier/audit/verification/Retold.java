package io.espalier.audit.verification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.espalier.envelope.Json;
import io.espalier.events.Event;
import java.util.ArrayList;
import java.util.List;

/**
 * An event that was told again, because a process died before it could note that it had told it.
 * The work was done again: what was measured of it may differ, what came out may not.
 */
final class Retold {
  private static final List<String> MEASURED =
      List.of("seconds", "samplesPerSecond", "worker", "provenance", "detail");

  private Retold() {}

  /** The fields in which two events of one id differ, beside what may differ. */
  static List<String> differences(Event first, Event again) {
    ObjectNode a = facts(first);
    ObjectNode b = facts(again);
    List<String> different = new ArrayList<>();
    for (var field : a.properties()) {
      JsonNode other = b.remove(field.getKey());
      if (!field.getValue().equals(other)) {
        different.add(field.getKey());
      }
    }
    b.fieldNames().forEachRemaining(different::add);
    return List.copyOf(different);
  }

  private static ObjectNode facts(Event event) {
    ObjectNode facts = Json.mapper().valueToTree(event);
    return facts.remove(MEASURED);
  }
}
