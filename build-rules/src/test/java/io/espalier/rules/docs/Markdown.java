package io.espalier.rules.docs;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The links and anchors of a Markdown text, code left aside. */
record Markdown(List<String> links, Set<String> anchors) {
  private static final Pattern FENCE =
      Pattern.compile("^ {0,3}(```|~~~).*?^ {0,3}\\1\\s*$", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern CODE = Pattern.compile("(`+)[^`]+\\1");
  private static final Pattern INLINE =
      Pattern.compile("\\]\\(\\s*<?([^)\\s>]+)>?(?:\\s+\"[^\"]*\")?\\s*\\)");
  private static final Pattern REFERENCE =
      Pattern.compile("^ {0,3}\\[[^\\]]+\\]:\\s*<?([^\\s>]+)", Pattern.MULTILINE);
  private static final Pattern HTML = Pattern.compile("(?:href|src)=\"([^\"]+)\"");
  private static final Pattern HEADING =
      Pattern.compile("^ {0,3}#{1,6}\\s+(.*?)\\s*#*\\s*$", Pattern.MULTILINE);
  private static final Pattern ID = Pattern.compile("(?:id|name)=\"([^\"]+)\"");

  static Markdown parse(String text) {
    String prose = FENCE.matcher(text).replaceAll("");
    String linked = CODE.matcher(prose).replaceAll("code");
    List<String> links =
        Stream.of(INLINE, REFERENCE, HTML)
            .flatMap(p -> p.matcher(linked).results().map(m -> m.group(1)))
            .toList();
    Set<String> anchors = new HashSet<>();
    Map<String, Integer> seen = new HashMap<>();
    Matcher heading = HEADING.matcher(prose);
    while (heading.find()) {
      String slug = slug(heading.group(1));
      int times = seen.merge(slug, 1, Integer::sum);
      anchors.add(times == 1 ? slug : slug + "-" + (times - 1));
    }
    ID.matcher(prose).results().forEach(id -> anchors.add(id.group(1)));
    return new Markdown(links, anchors);
  }

  /** The anchor that hosts of Markdown give to a heading. */
  private static String slug(String heading) {
    return heading
        .replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N} _-]", "")
        .replace(' ', '-');
  }
}
