package io.espalier.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.espalier.samples.Samples;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class WireRecordTest {
  private static final WireRecord WIRE = EventCodec.encode(Samples.envelope(Samples.pruned()));

  @Test
  void theHashIsThatOfTheDocumentedBytes() {
    SortedMap<String, String> headers = new TreeMap<>(Map.of("ce_id", "i", "content-type", "t"));
    // printf 'pruned\nk\nce_id:i\ncontent-type:t\n\n{}' | sha256sum
    assertThat(new WireRecord("pruned", "k", headers, "{}").hash())
        .isEqualTo("40dc129a0b5e1c8d9e88fde257dc2b9dd16e5009e71199cb254620bd0b5d6216");
  }

  @Test
  void theHashChangesWithEveryCharacterOfThePayload() {
    Set<String> hashes = new HashSet<>(Set.of(WIRE.hash()));
    for (int i = 0; i < WIRE.payload().length(); i++) {
      StringBuilder changed = new StringBuilder(WIRE.payload());
      changed.setCharAt(i, changed.charAt(i) == 'x' ? 'y' : 'x');
      hashes.add(with(WIRE.headers(), changed.toString()).hash());
    }
    assertThat(hashes).hasSize(WIRE.payload().length() + 1);
  }

  @Test
  void theHashChangesWithEveryCharacterOfEveryHeader() {
    Set<String> hashes = new HashSet<>(Set.of(WIRE.hash()));
    int changes = 0;
    for (Map.Entry<String, String> header : WIRE.headers().entrySet()) {
      for (int i = 0; i < header.getValue().length(); i++) {
        StringBuilder changed = new StringBuilder(header.getValue());
        changed.setCharAt(i, changed.charAt(i) == 'x' ? 'y' : 'x');
        SortedMap<String, String> headers = new TreeMap<>(WIRE.headers());
        headers.put(header.getKey(), changed.toString());
        hashes.add(with(headers, WIRE.payload()).hash());
        changes++;
      }
    }
    assertThat(hashes).hasSize(changes + 1);
  }

  @Test
  void theHashChangesWithHeaderNamesKeyAndTopic() {
    SortedMap<String, String> more = new TreeMap<>(WIRE.headers());
    more.put("ce_subject", "s");
    SortedMap<String, String> fewer = new TreeMap<>(WIRE.headers());
    fewer.remove("ce_time");
    assertThat(
            Set.of(
                WIRE.hash(),
                with(more, WIRE.payload()).hash(),
                with(fewer, WIRE.payload()).hash(),
                new WireRecord("trained", WIRE.key(), WIRE.headers(), WIRE.payload()).hash(),
                new WireRecord(WIRE.topic(), "other", WIRE.headers(), WIRE.payload()).hash()))
        .hasSize(5);
  }

  @Test
  void headersThatAreNoPartOfTheEventDoNotCount() {
    SortedMap<String, String> more = new TreeMap<>(WIRE.headers());
    more.put("x-proxy", "1");
    assertThat(with(more, WIRE.payload())).isEqualTo(WIRE);
  }

  @Test
  void aPartThatCouldPassForTwoIsRejected() {
    SortedMap<String, String> headers = new TreeMap<>(Map.of("ce_id", "i\nce_type:t"));
    assertThatThrownBy(() -> with(headers, "{}")).hasMessageContaining("ce_id");
    assertThatThrownBy(() -> new WireRecord("pruned", "k\n", new TreeMap<>(), "{}"))
        .hasMessageContaining("key");
  }

  private static WireRecord with(SortedMap<String, String> headers, String payload) {
    return new WireRecord(WIRE.topic(), WIRE.key(), headers, payload);
  }
}
