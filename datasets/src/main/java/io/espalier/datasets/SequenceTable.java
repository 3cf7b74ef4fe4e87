package io.espalier.datasets;

import io.espalier.datasets.strings.LabelledString;
import io.espalier.plan.Require;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * Labelled sequences as they are stored: sequence {@code i} is {@code tokens[starts[i] .. starts[i
 * + 1])}.
 */
final class SequenceTable {
  private final byte[] tokens;
  private final int[] starts;
  private final byte[] labels;

  private SequenceTable(byte[] tokens, int[] starts, byte[] labels) {
    this.tokens = tokens;
    this.starts = starts;
    this.labels = labels;
  }

  static SequenceTable of(List<String> strings, int... labels) {
    int[] starts = new int[strings.size() + 1];
    for (int i = 0; i < strings.size(); i++) {
      starts[i + 1] = Math.addExact(starts[i], strings.get(i).length());
    }
    byte[] tokens = new byte[starts[strings.size()]];
    for (int i = 0; i < strings.size(); i++) {
      String string = strings.get(i);
      if (string.isEmpty() || !string.chars().allMatch(letter -> letter < 128)) {
        throw new IllegalArgumentException(
            "string " + i + " is '" + string + "', allowed: one ASCII letter or more");
      }
      byte[] letters = string.getBytes(StandardCharsets.US_ASCII);
      System.arraycopy(letters, 0, tokens, starts[i], letters.length);
    }
    Require.within("labels", labels.length, strings.size(), strings.size());
    return new SequenceTable(tokens, starts, Labels.bytes(labels));
  }

  static SequenceTable of(List<LabelledString> strings) {
    return of(
        strings.stream().map(LabelledString::string).toList(),
        strings.stream().mapToInt(LabelledString::label).toArray());
  }

  int size() {
    return labels.length;
  }

  int label(int sequence) {
    return labels[sequence];
  }

  int length(int sequence) {
    return starts[sequence + 1] - starts[sequence];
  }

  int longest() {
    int longest = 0;
    for (int i = 0; i < size(); i++) {
      longest = Math.max(longest, length(i));
    }
    return longest;
  }

  byte token(int sequence, int position) {
    return tokens[starts[sequence] + Objects.checkIndex(position, length(sequence))];
  }

  int copyInto(int sequence, byte[] target, int offset) {
    int length = length(sequence);
    System.arraycopy(tokens, starts[sequence], target, offset, length);
    return length;
  }

  int copyInto(int sequence, int[] target, int offset) {
    int start = starts[sequence];
    int length = length(sequence);
    for (int i = 0; i < length; i++) {
      target[offset + i] = tokens[start + i];
    }
    return length;
  }
}
