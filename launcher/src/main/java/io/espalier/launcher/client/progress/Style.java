package io.espalier.launcher.client.progress;

/**
 * How lines are decorated.
 *
 * @param colour whether escape sequences for colours may be used
 * @param unicode whether characters beyond ASCII can be written
 */
public record Style(boolean colour, boolean unicode) {
  /** Neither colours nor characters beyond ASCII. */
  public static final Style PLAIN = new Style(false, false);

  /** What stands out. */
  public String strong(String text) {
    return wrap("1", text);
  }

  /** What is as it should be. */
  public String good(String text) {
    return wrap("32", text);
  }

  /** What is not. */
  public String bad(String text) {
    return wrap("31", text);
  }

  String faint(String text) {
    return wrap("2", text);
  }

  /** A bar of {@code width} characters, filled up to {@code share} (0..1). */
  String bar(double share, int width) {
    int full = (int) Math.floor(Math.max(0, Math.min(1, share)) * width);
    return unicode
        ? good("\u2501".repeat(full)) + faint("\u2500".repeat(width - full))
        : "#".repeat(full) + ".".repeat(width - full);
  }

  private String wrap(String code, String text) {
    return colour && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
