package io.espalier.artifacts.safetensors;

import static io.espalier.artifacts.safetensors.SafetensorsReader.malformed;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** One tensor's entry in a header; its numbers are whole and not negative, and fit each other. */
record TensorHeader(String name, ElementType type, List<Long> shape, long begin, long end) {
  private static final Set<String> FIELDS = Set.of("dtype", "shape", "data_offsets");

  static TensorHeader of(String name, JsonNode entry) {
    if (!entry.isObject()) {
      throw malformed(name + " is not described by an object");
    }
    entry
        .fieldNames()
        .forEachRemaining(
            field -> {
              if (!FIELDS.contains(field)) {
                throw malformed(name + " has the unknown field '" + field + "'");
              }
            });
    ElementType type = type(name, entry.path("dtype"));
    List<Long> shape = numbers(name, "shape", entry.path("shape"));
    List<Long> offsets = numbers(name, "data_offsets", entry.path("data_offsets"));
    if (offsets.size() != 2 || offsets.get(0) > offsets.get(1)) {
      throw malformed(name + ".data_offsets is " + offsets + ", allowed: a begin and an end");
    }
    TensorHeader header = new TensorHeader(name, type, shape, offsets.get(0), offsets.get(1));
    if (header.end - header.begin != header.neededBytes()) {
      throw malformed(
          String.format(
              "%s has %d bytes, its shape %s of %s needs %d",
              name, header.end - header.begin, shape, type, header.neededBytes()));
    }
    return header;
  }

  /** Tensors lie without gap or overlap, and within the file. */
  void checkPlace(long expectedBegin, long dataBytes) {
    if (begin != expectedBegin) {
      throw malformed(
          String.format(
              "%s begins at %d, %s: expected %d",
              name, begin, begin < expectedBegin ? "an overlap" : "a gap", expectedBegin));
    }
    if (end > dataBytes) {
      throw malformed(
          String.format("%s ends at %d, the file holds %d bytes of data", name, end, dataBytes));
    }
  }

  private long neededBytes() {
    try {
      long bytes = type.bytes();
      for (long size : shape) {
        bytes = Math.multiplyExact(bytes, size);
      }
      return bytes;
    } catch (ArithmeticException e) {
      throw malformed(name + ".shape is " + shape + ", which no file can hold");
    }
  }

  private static ElementType type(String name, JsonNode node) {
    return Arrays.stream(ElementType.values())
        .filter(type -> type.name().equals(node.textValue()))
        .findFirst()
        .orElseThrow(
            () ->
                malformed(
                    name
                        + ".dtype is "
                        + node
                        + ", allowed: "
                        + Arrays.toString(ElementType.values())));
  }

  private static List<Long> numbers(String name, String field, JsonNode array) {
    if (!array.isArray()) {
      throw malformed(name + "." + field + " is not an array");
    }
    List<Long> numbers = new ArrayList<>();
    for (JsonNode number : array) {
      if (!number.isIntegralNumber() || !number.canConvertToLong() || number.longValue() < 0) {
        throw malformed(
            name + "." + field + " holds " + number + ", allowed: whole numbers from 0");
      }
      numbers.add(number.longValue());
    }
    return numbers;
  }
}
