package io.espalier.launcher.client.table;

/** Text from files and servers, made safe for a terminal: it can neither move nor recolour it. */
public final class PlainText {

  private PlainText() {}

  /** The text with every control character, line ends included, replaced by a space. */
  public static String oneLine(String text) {
    StringBuilder safe = new StringBuilder();
    text.codePoints().forEach(c -> safe.appendCodePoint(Character.isISOControl(c) ? ' ' : c));
    return safe.toString();
  }

  /** Characters of the text, counted as people do. */
  public static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /** The text on one line of at most {@code width} characters; three dots say that it was cut. */
  public static String cut(String text, int width) {
    String line = oneLine(text);
    if (length(line) <= width) {
      return line;
    }
    String dots = ".".repeat(Math.max(0, Math.min(3, width)));
    return line.substring(0, line.offsetByCodePoints(0, Math.max(0, width - 3))) + dots;
  }
}
