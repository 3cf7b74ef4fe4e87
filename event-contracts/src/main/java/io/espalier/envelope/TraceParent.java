package io.espalier.envelope;

import java.util.HexFormat;
import java.util.random.RandomGenerator;

/**
 * A W3C trace context: {@code 00-<trace id, 32 hex>-<span id, 16 hex>-01}.
 *
 * @param value the header's text
 */
public record TraceParent(String value) {
  public TraceParent {
    if (value == null || !value.matches("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}")) {
      throw new IllegalArgumentException(
          "ce_traceparent is '" + value + "', allowed: a W3C traceparent of version 00");
    }
  }

  /** A new trace. */
  public static TraceParent root(RandomGenerator random) {
    return new TraceParent("00-" + hex(random) + hex(random) + "-" + hex(random) + "-01");
  }

  /** A new span of the same trace. */
  public TraceParent child(RandomGenerator random) {
    return new TraceParent(value.substring(0, 36) + hex(random) + value.substring(52));
  }

  private static String hex(RandomGenerator random) {
    return HexFormat.of().toHexDigits(random.nextLong() | 1L);
  }
}
