package io.espalier.artifacts.safetensors;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.espalier.artifacts.store.ArtifactUnreadable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Reads safetensors files and believes nothing: every number in the header is checked against the
 * file before it is used, and every byte of the file must belong to exactly one tensor.
 */
public final class SafetensorsReader {
  /** Far above any header of ours, far below what could hurt. */
  static final int LONGEST_HEADER = 1 << 20;

  static final String METADATA = "__metadata__";
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private SafetensorsReader() {}

  /**
   * The tensors of a file in the order of their bytes.
   *
   * @param content the whole file; tensors are views of it, so it must not be changed
   * @throws ArtifactUnreadable saying what is malformed
   */
  public static List<StoredTensor> read(byte[] content) {
    ByteBuffer file = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    if (file.remaining() < Long.BYTES) {
      throw malformed("the file ends after " + content.length + " bytes");
    }
    long headerLength = file.getLong();
    if (headerLength < 2 || headerLength > Math.min(file.remaining(), LONGEST_HEADER)) {
      throw malformed(
          "the header's length is given as "
              + headerLength
              + ", allowed: 2 to "
              + Math.min(file.remaining(), LONGEST_HEADER));
    }
    JsonNode header = header(content, (int) headerLength);
    ByteBuffer data = file.position(Long.BYTES + (int) headerLength).slice();
    List<TensorHeader> entries = entries(header);
    List<StoredTensor> tensors = new ArrayList<>();
    long expected = 0;
    for (TensorHeader entry : entries) {
      entry.checkPlace(expected, data.remaining());
      tensors.add(
          new StoredTensor(
              entry.name(),
              entry.type(),
              entry.shape(),
              data.slice((int) entry.begin(), (int) (entry.end() - entry.begin()))));
      expected = entry.end();
    }
    if (expected != data.remaining()) {
      throw malformed(
          "the tensors end at " + expected + ", the data at " + data.remaining() + " bytes");
    }
    return tensors;
  }

  private static JsonNode header(byte[] content, int length) {
    if (content[Long.BYTES] != '{') {
      throw malformed("the header does not begin with '{'");
    }
    try (JsonParser parser = JSON.createParser(content, Long.BYTES, length)) {
      return JSON.readTree(parser);
    } catch (IOException e) {
      throw new ArtifactUnreadable("malformed safetensors: the header is not valid JSON", e);
    }
  }

  private static List<TensorHeader> entries(JsonNode header) {
    List<TensorHeader> entries = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : header.properties()) {
      if (!field.getKey().equals(METADATA)) {
        entries.add(TensorHeader.of(field.getKey(), field.getValue()));
      }
    }
    entries.sort(Comparator.comparingLong(TensorHeader::begin).thenComparing(TensorHeader::end));
    return entries;
  }

  static ArtifactUnreadable malformed(String problem) {
    return new ArtifactUnreadable("malformed safetensors: " + problem);
  }
}
