package io.espalier.structure.file;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The order of nodes that a file names by ids. */
final class NodeOrder {
  private static final Pattern NUMBERED = Pattern.compile("([^0-9]*)([0-9]+)");

  private NodeOrder() {}

  /** By number if all ids are the same text followed by a number, else unchanged. */
  static List<String> of(List<String> ids) {
    if (ids.stream().map(NodeOrder::prefix).distinct().count() != 1 || prefix(ids.get(0)) == null) {
      return ids;
    }
    return ids.stream().sorted(Comparator.comparing(NodeOrder::number)).toList();
  }

  private static String prefix(String id) {
    Matcher numbered = NUMBERED.matcher(id);
    return numbered.matches() ? numbered.group(1) : null;
  }

  private static BigInteger number(String id) {
    Matcher numbered = NUMBERED.matcher(id);
    return numbered.matches() ? new BigInteger(numbered.group(2)) : BigInteger.ZERO;
  }
}
