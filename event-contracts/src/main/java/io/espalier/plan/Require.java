package io.espalier.plan;

import java.util.List;
import java.util.Objects;

/**
 * Checks for the compact constructors of event records. Each failure names the field, the value and
 * what is allowed.
 */
public final class Require {
  private Require() {}

  /** Returns {@code value} if it is neither null nor blank. */
  public static String text(String field, String value) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(field + " is '" + value + "', allowed: a non-empty text");
    }
    return value;
  }

  /** Returns {@code value} if it is present. */
  public static <T> T present(String field, T value) {
    return Objects.requireNonNull(value, () -> field + " is missing");
  }

  /** Returns an immutable copy of a list that must not be null; it may be empty. */
  public static <T> List<T> list(String field, List<T> value) {
    return List.copyOf(present(field, value));
  }

  /** Returns an immutable copy of a list that must hold at least one element. */
  public static <T> List<T> nonEmpty(String field, List<T> value) {
    if (present(field, value).isEmpty()) {
      throw new IllegalArgumentException(field + " is empty, allowed: one element or more");
    }
    return List.copyOf(value);
  }

  /** Fails unless {@code value >= least}. */
  public static void atLeast(String field, long value, long least) {
    if (value < least) {
      throw new IllegalArgumentException(
          field + " is " + value + ", allowed: " + least + " or greater");
    }
  }

  /** Fails unless {@code least <= value <= most}. */
  public static void within(String field, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          field + " is " + value + ", allowed: " + least + " to " + most);
    }
  }

  /** Fails unless {@code least <= value <= most}; NaN fails. */
  public static void within(String field, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          field + " is " + value + ", allowed: " + least + " to " + most);
    }
  }

  /** Fails unless {@code value} is a finite number that is not negative. */
  public static void finiteNonNegative(String field, double value) {
    within(field, value, 0, Double.MAX_VALUE);
  }

  /** Fails unless {@code value} is 64 lower-case hexadecimal digits. */
  public static String sha256(String field, String value) {
    if (value == null || !value.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException(
          field + " is '" + value + "', allowed: 64 lower-case hexadecimal digits (SHA-256)");
    }
    return value;
  }
}
