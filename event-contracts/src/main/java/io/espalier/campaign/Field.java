package io.espalier.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * One node of a campaign file with its path; collects what is wrong with it instead of failing.
 *
 * @param node the value; null if the field is absent
 * @param path such as {@code pruning.rates[1]}; empty for the whole file
 * @param problems shared by all fields of one file
 */
record Field(JsonNode node, String path, List<Problem> problems) {

  Field get(String name) {
    JsonNode child = node != null && node.isObject() ? node.get(name) : null;
    return new Field(
        child == null || child.isNull() ? null : child,
        path.isEmpty() ? name : path + "." + name,
        problems);
  }

  boolean present() {
    return node != null;
  }

  boolean isObject() {
    return present() && node.isObject();
  }

  /** What the reading gives if the field is there; empty if it is not, which is no problem. */
  <T> Optional<T> ifPresent(Function<Field, Optional<T>> reading) {
    return present() ? reading.apply(this) : Optional.empty();
  }

  /** The text of a field that says which of some forms this object has; empty if it is wrong. */
  String kind(String name, String... forms) {
    if (!isObject()) {
      refuse("an object with " + name + ": " + String.join(", ", forms));
      return "";
    }
    return get(name).oneOf(Arrays.asList(forms), form -> form).orElse("");
  }

  /** One of some choices by its name. */
  <T> Optional<T> oneOf(List<T> choices, Function<T, String> name) {
    Optional<T> chosen =
        present() && node.isTextual()
            ? choices.stream().filter(c -> name.apply(c).equals(node.textValue())).findFirst()
            : Optional.empty();
    return chosen.isPresent()
        ? chosen
        : refuse("one of " + String.join(", ", choices.stream().map(name).toList()));
  }

  /** One of some choices by its name, or the usual one if the field is absent or wrong. */
  <T> T oneOf(List<T> choices, Function<T, String> name, T usual) {
    return present() ? oneOf(choices, name).orElse(usual) : usual;
  }

  /** Reports every field that is not one of {@code allowed}; reports a node that is no object. */
  void onlyFields(String... allowed) {
    if (!present()) {
      return;
    }
    if (!node.isObject()) {
      refuse("fields: " + String.join(", ", allowed));
      return;
    }
    List<String> known = Arrays.asList(allowed);
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                new Field(node.get(name), path.isEmpty() ? name : path + "." + name, problems)
                    .refuse(
                        "no such field; known here: " + String.join(", ", new TreeSet<>(known)));
              }
            });
  }

  Optional<String> text(int longest) {
    String allowed = "a text of 1 to " + longest + " characters";
    if (!present() || !node.isTextual() || node.textValue().isBlank()) {
      return refuse(allowed);
    }
    return node.textValue().strip().length() > longest
        ? refuse(allowed)
        : Optional.of(node.textValue().strip());
  }

  Optional<Long> integer(long least, long most) {
    if (!present() || !node.isIntegralNumber() || !node.canConvertToLong()) {
      return refuse("a whole number from " + least + " to " + most);
    }
    long value = node.longValue();
    return value < least || value > most
        ? refuse("a whole number from " + least + " to " + most)
        : Optional.of(value);
  }

  /** A whole number, or the usual one if the field is absent or wrong. */
  long integer(long least, long most, long usual) {
    return present() ? integer(least, most).orElse(usual) : usual;
  }

  /** A number in the given bounds; {@code allowed} says so to people. */
  Optional<Double> number(double least, double most, String allowed) {
    if (!present() || !node.isNumber()) {
      return refuse(allowed);
    }
    double value = node.doubleValue();
    return value >= least && value <= most ? Optional.of(value) : refuse(allowed);
  }

  /** True or false, or the usual one if the field is absent or wrong. */
  boolean flag(boolean usual) {
    if (present() && !node.isBoolean()) {
      refuse("true or false");
    }
    return present() ? node.asBoolean(usual) : usual;
  }

  /** The elements of a list with at least one; a missing or empty list is reported. */
  List<Field> items(int most, String allowed) {
    if (!present() || !node.isArray() || node.isEmpty() || node.size() > most) {
      refuse(allowed);
      return List.of();
    }
    List<Field> items = new ArrayList<>();
    for (int i = 0; i < node.size(); i++) {
      items.add(new Field(node.get(i), path + "[" + i + "]", problems));
    }
    return items;
  }

  <T> Optional<T> refuse(String allowed) {
    problems.add(new Problem(path.isEmpty() ? "(file)" : path, shown(), allowed));
    return Optional.empty();
  }

  private String shown() {
    if (!present()) {
      return "(missing)";
    }
    String text = node.toString();
    return text.length() > 80 ? text.substring(0, 77) + "..." : text;
  }
}
