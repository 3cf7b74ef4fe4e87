package io.espalier.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.espalier.envelope.Json;
import io.espalier.events.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Where two events of one kind differ, as paths into their JSON. */
final class Differences {
  private static final int MOST = 4;

  private Differences() {}

  /**
   * The first few differences.
   *
   * @param ignored fields that may differ
   */
  static List<String> of(Event told, Event again, Set<String> ignored) {
    ObjectNode a = Json.mapper().valueToTree(told);
    ObjectNode b = Json.mapper().valueToTree(again);
    a.remove(ignored);
    b.remove(ignored);
    List<String> found = new ArrayList<>();
    compare("", a, b, found);
    return found.size() <= MOST
        ? found
        : List.of(
            String.join("; ", found.subList(0, MOST)), "and " + (found.size() - MOST) + " more");
  }

  private static void compare(String path, JsonNode told, JsonNode again, List<String> found) {
    if (told.isObject() && again.isObject()) {
      Set<String> names = new TreeSet<>();
      told.fieldNames().forEachRemaining(names::add);
      again.fieldNames().forEachRemaining(names::add);
      names.forEach(
          name ->
              compare(
                  path.isEmpty() ? name : path + "." + name,
                  told.path(name),
                  again.path(name),
                  found));
    } else if (told.isArray() && again.isArray() && told.size() == again.size()) {
      for (int i = 0; i < told.size(); i++) {
        compare(path + "[" + i + "]", told.get(i), again.get(i), found);
      }
    } else if (!told.equals(again)) {
      found.add(path + " " + text(again) + " instead of " + text(told));
    }
  }

  private static String text(JsonNode value) {
    String text = value.isMissingNode() ? "nothing" : value.toString();
    return text.length() <= 80 ? text : text.substring(0, 77) + "...";
  }
}
