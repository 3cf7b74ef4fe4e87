package io.espalier.artifacts.safetensors;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes safetensors files in one canonical way: equal tensors give equal bytes. */
public final class SafetensorsWriter {
  private static final int ALIGNMENT = 8;

  private SafetensorsWriter() {}

  /** A file without metadata, as {@link #write(List, Map)} has it. */
  public static byte[] write(List<StoredTensor> tensors) {
    return write(tensors, Map.of());
  }

  /**
   * The file's content: metadata sorted by key if there is any, tensors sorted by name, the header
   * without white space except for the spaces at its end that align the data to eight bytes.
   *
   * @throws IllegalArgumentException if two tensors have the same name
   */
  public static byte[] write(List<StoredTensor> tensors, Map<String, String> metadata) {
    List<StoredTensor> sorted =
        tensors.stream().sorted(Comparator.comparing(StoredTensor::name)).toList();
    ObjectNode header = JsonNodeFactory.instance.objectNode();
    if (!metadata.isEmpty()) {
      new TreeMap<>(metadata).forEach(header.putObject(SafetensorsReader.METADATA)::put);
    }
    int offset = 0;
    for (StoredTensor tensor : sorted) {
      int end = Math.addExact(offset, tensor.data().remaining());
      if (header.has(tensor.name())) {
        throw new IllegalArgumentException("two tensors are called " + tensor.name());
      }
      ObjectNode entry = header.putObject(tensor.name());
      entry.put("dtype", tensor.type().name());
      tensor.shape().forEach(entry.putArray("shape")::add);
      entry.putArray("data_offsets").add(offset).add(end);
      offset = end;
    }
    byte[] json = header.toString().getBytes(StandardCharsets.UTF_8);
    int padding = -json.length & (ALIGNMENT - 1);
    ByteBuffer file =
        ByteBuffer.allocate(Math.addExact(Long.BYTES + json.length + padding, offset))
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(json.length + padding)
            .put(json)
            .put(" ".repeat(padding).getBytes(StandardCharsets.UTF_8));
    sorted.forEach(tensor -> file.put(tensor.data()));
    return file.array();
  }
}
