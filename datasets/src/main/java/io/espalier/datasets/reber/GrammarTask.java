package io.espalier.datasets.reber;

import io.espalier.datasets.order.Shuffle;
import io.espalier.datasets.strings.LabelledString;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Telling the strings of a grammar from those of altered ones.
 *
 * <p>The invalid strings of the reference data set are not random noise: each belongs to one of
 * eight copies of the Reber automaton with other letters on its arcs. Four copies exchange letters
 * among BEPSTVX (5,500 of 12,500 invalid strings, 44 %), four use other letters (56 %). The same
 * copies and shares are used here.
 *
 * <p>Strings are drawn by random walks until enough different ones are there. As there are few
 * short strings, they run out, and so the number of strings decides how long they are: this is why
 * the reference's valid strings (12,500 from one automaton) are longer than its invalid ones (500
 * to 2,000 from each).
 */
public final class GrammarTask {
  /** Generated strings number at least this many, of which fewer are then picked if wanted. */
  public static final int REFERENCE_STRINGS = 25_000;

  /** The most strings that can be asked for: drawing different ones becomes slow beyond. */
  public static final int MOST_STRINGS = 500_000;

  private static final int PARTS = 25;
  private static final Automaton REBER = Automaton.labelled(List.of("TP", "SX", "TV", "XS", "PV"));
  private static final Automaton MIDDLE_OTHERWISE =
      Automaton.labelled(List.of("TP", "TV", "SX", "XS", "PV"));
  private static final Automaton END_OTHERWISE =
      Automaton.labelled(List.of("TP", "SX", "TV", "PV", "XS"));
  private static final Automaton START_OTHERWISE =
      Automaton.labelled(List.of("PT", "SX", "TV", "XS", "PV"));
  private static final Automaton LOOPS_OTHERWISE =
      Automaton.labelled(List.of("TP", "XS", "VT", "XS", "PV"));
  private static final List<Automaton> FOREIGN =
      List.of(
          Automaton.labelled(List.of("AC", "DF", "JI", "HG", "LK")),
          Automaton.labelled(List.of("MN", "OQ", "WV", "UR", "ZY")),
          Automaton.labelled(List.of("QO", "MN", "CA", "UR", "FD")),
          Automaton.labelled(List.of("MN", "OQ", "CA", "UR", "FD")));

  /** The Reber grammar, strings of 11 to 53 letters. */
  public static final GrammarTask REBER_GRAMMAR =
      new GrammarTask(
          REBER,
          List.of(
              new Altered(MIDDLE_OTHERWISE, 4),
              new Altered(END_OTHERWISE, 3),
              new Altered(START_OTHERWISE, 3),
              new Altered(LOOPS_OTHERWISE, 1),
              new Altered(FOREIGN.get(0), 4),
              new Altered(FOREIGN.get(1), 4),
              new Altered(FOREIGN.get(2), 3),
              new Altered(FOREIGN.get(3), 3)),
          53);

  /**
   * The embedded Reber grammar, strings of 11 to 57 letters. Of the invalid ones 20 % have a valid
   * middle between outer letters that differ, 24 % an altered middle, 56 % one of other letters.
   */
  public static final GrammarTask EMBEDDED_REBER_GRAMMAR =
      new GrammarTask(
          new Embedded(REBER, true),
          List.of(
              new Altered(new Embedded(REBER, false), 5),
              new Altered(new Embedded(MIDDLE_OTHERWISE, true), 2),
              new Altered(new Embedded(END_OTHERWISE, true), 2),
              new Altered(new Embedded(START_OTHERWISE, true), 1),
              new Altered(new Embedded(LOOPS_OTHERWISE, true), 1),
              new Altered(new Embedded(FOREIGN.get(0), true), 4),
              new Altered(new Embedded(FOREIGN.get(1), true), 4),
              new Altered(new Embedded(FOREIGN.get(2), true), 3),
              new Altered(new Embedded(FOREIGN.get(3), true), 3)),
          57);

  private static final int SHORTEST = 11;

  /** A source of invalid strings; shares add up to {@link #PARTS}. */
  private record Altered(Grammar grammar, int share) {}

  private final Grammar valid;
  private final List<Altered> invalid;
  private final int longest;

  private GrammarTask(Grammar valid, List<Altered> invalid, int longest) {
    this.valid = valid;
    this.invalid = invalid;
    this.longest = longest;
  }

  /** The most letters that a generated string has. */
  public int longest() {
    return longest;
  }

  /** Whether a string is valid. */
  public boolean accepts(String string) {
    return valid.accepts(string);
  }

  /**
   * Different strings in random order, half of them valid (one more if {@code count} is odd).
   *
   * <p>Fewer strings than {@link #REFERENCE_STRINGS} are a random part of that many, and so have
   * the lengths of the reference; more have more long ones, because the short ones have run out.
   *
   * @param count 2 to {@link #MOST_STRINGS}; time grows with about its 1.8th power (25,000 take
   *     below a second)
   */
  public List<LabelledString> generate(long seed, int count) {
    if (count < 2 || count > MOST_STRINGS) {
      throw new IllegalArgumentException(
          "count is " + count + ", allowed: 2 to " + MOST_STRINGS + " strings");
    }
    Random random = new Random(seed);
    Set<String> taken = new HashSet<>();
    int drawn = Math.max(count, REFERENCE_STRINGS);
    List<LabelledString> strings = new ArrayList<>();
    for (String string : part(valid, (drawn + 1) / 2, (count + 1) / 2, taken, random)) {
      strings.add(new LabelledString(string, 1));
    }
    int before = 0;
    for (Altered altered : invalid) {
      int after = before + altered.share();
      int draw = share(drawn / 2, before, after);
      int keep = share(count / 2, before, after);
      for (String string : part(altered.grammar(), draw, keep, taken, random)) {
        strings.add(new LabelledString(string, 0));
      }
      before = after;
    }
    int[] order = Shuffle.indices(strings.size(), random);
    return Arrays.stream(order).mapToObj(strings::get).toList();
  }

  /** How much of {@code whole} falls to the parts {@code before .. after}; all add up exactly. */
  private static int share(int whole, int before, int after) {
    return (int) ((long) whole * after / PARTS - (long) whole * before / PARTS);
  }

  /** Draws different strings, of which a random part is kept. */
  private List<String> part(Grammar grammar, int draw, int keep, Set<String> taken, Random random) {
    List<String> strings = new ArrayList<>();
    while (strings.size() < draw) {
      String string = grammar.draw(random);
      boolean counts =
          string.length() >= SHORTEST
              && string.length() <= longest
              && (grammar == valid || !valid.accepts(string));
      if (counts && taken.add(string)) {
        strings.add(string);
      }
    }
    int[] order = Shuffle.indices(draw, random);
    List<String> kept = new ArrayList<>();
    for (int i = 0; i < keep; i++) {
      kept.add(strings.get(order[i]));
    }
    return kept;
  }
}
