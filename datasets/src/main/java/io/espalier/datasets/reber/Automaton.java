package io.espalier.datasets.reber;

import java.util.List;
import java.util.Random;

/**
 * A deterministic finite automaton with the graph of the Reber grammar: states 1 to 5, two arcs out
 * of each, start 1, end 0. A string is the letter B, one letter for each arc of a way from start to
 * end, and the letter E.
 */
final class Automaton implements Grammar {
  private static final int END = 0;
  private static final int START = 1;
  private static final int STATES = 6;
  private static final int FORK = 2;

  private final char[][] letters = new char[STATES][FORK];
  private final int[][] targets = new int[STATES][FORK];

  private Automaton() {}

  /**
   * The Reber graph with these letters on its arcs.
   *
   * @param arcs for each state from 1 to 5: the letters of its arcs to (2, 3), (2, 4), (3, 5), (3,
   *     end), (4, end), two letters each
   */
  static Automaton labelled(List<String> arcs) {
    int[][] graph = {{}, {2, 3}, {2, 4}, {3, 5}, {3, END}, {4, END}};
    Automaton automaton = new Automaton();
    for (int state = START; state < STATES; state++) {
      automaton.targets[state] = graph[state];
      automaton.letters[state] = arcs.get(state - START).toCharArray();
    }
    return automaton;
  }

  @Override
  public boolean accepts(String string) {
    int last = string.length() - 1;
    if (last < 1 || string.charAt(0) != 'B' || string.charAt(last) != 'E') {
      return false;
    }
    int state = START;
    for (int i = 1; i < last; i++) {
      int arc = state == END ? FORK : arc(state, string.charAt(i));
      if (arc == FORK) {
        return false;
      }
      state = targets[state][arc];
    }
    return state == END;
  }

  @Override
  public String draw(Random random) {
    StringBuilder string = new StringBuilder("B");
    int state = START;
    while (state != END) {
      int arc = random.nextInt(FORK);
      string.append(letters[state][arc]);
      state = targets[state][arc];
    }
    return string.append('E').toString();
  }

  private int arc(int state, char letter) {
    int arc = 0;
    while (arc < FORK && letters[state][arc] != letter) {
      arc++;
    }
    return arc;
  }
}
