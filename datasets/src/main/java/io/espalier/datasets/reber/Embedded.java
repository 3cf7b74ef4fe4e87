package io.espalier.datasets.reber;

import java.util.Random;

/**
 * The embedded Reber grammar: B, then T or P, then a whole string of an inner grammar, then again T
 * or P, then E. Whether the outer letters must be equal or must differ is the grammar's choice.
 */
final class Embedded implements Grammar {
  private static final String OUTER = "TP";
  private static final int AROUND = 4;

  private final Grammar inner;
  private final boolean sameLetter;

  Embedded(Grammar inner, boolean sameLetter) {
    this.inner = inner;
    this.sameLetter = sameLetter;
  }

  @Override
  public boolean accepts(String string) {
    int length = string.length();
    if (length < AROUND || string.charAt(0) != 'B' || string.charAt(length - 1) != 'E') {
      return false;
    }
    int before = OUTER.indexOf(string.charAt(1));
    int after = OUTER.indexOf(string.charAt(length - 2));
    return before >= 0
        && after >= 0
        && (before == after) == sameLetter
        && inner.accepts(string.substring(2, length - 2));
  }

  @Override
  public String draw(Random random) {
    int before = random.nextInt(OUTER.length());
    int after = sameLetter ? before : 1 - before;
    return "B" + OUTER.charAt(before) + inner.draw(random) + OUTER.charAt(after) + "E";
  }
}
