package io.espalier.rules.docs;

import io.espalier.rules.Repository;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Checks that relative links of Markdown files lead somewhere; other hosts are not asked. */
final class LinkCheck {
  private LinkCheck() {}

  /** One sentence per broken link, naming file and link. */
  static List<String> broken(List<Path> files, Path root) {
    List<String> broken = new ArrayList<>();
    for (Path file : files) {
      for (String link : Markdown.parse(Repository.read(file)).links()) {
        String problem = problem(file, link, root);
        if (!problem.isEmpty()) {
          broken.add(root.relativize(file) + ": " + link + " " + problem);
        }
      }
    }
    return broken;
  }

  private static String problem(Path file, String link, Path root) {
    if (link.matches("[a-zA-Z][a-zA-Z0-9+.-]*:.*")) {
      return link.startsWith("http") || link.startsWith("mailto:") ? "" : "is no web address";
    }
    int hash = link.indexOf('#');
    String path = decoded(hash < 0 ? link : link.substring(0, hash));
    String anchor = hash < 0 ? "" : decoded(link.substring(hash + 1));
    Path target = path.isEmpty() ? file : file.resolveSibling(path).normalize();
    if (path.startsWith("/") || !target.startsWith(root)) {
      return "leads out of the repository";
    }
    if (!Files.exists(target)) {
      return "does not exist";
    }
    if (!anchor.isEmpty()
        && target.toString().endsWith(".md")
        && !Markdown.parse(Repository.read(target)).anchors().contains(anchor)) {
      return "has no such heading";
    }
    return "";
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
