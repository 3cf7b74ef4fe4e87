package io.espalier.rules.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a Dockerfile of this repository must and must not say. */
final class DockerfileLint {
  private static final Pattern PINNED = Pattern.compile("\\S+:\\d+\\.\\d+\\.\\d+\\S*");

  private DockerfileLint() {}

  /** One sentence per problem. */
  static List<String> problems(String text) {
    List<String> problems = new ArrayList<>();
    List<String> lines = instructions(text);
    List<String> stages = arguments(lines, "FROM");
    for (String stage : stages) {
      if (!PINNED.matcher(stage.split(" ", -1)[0]).matches()) {
        problems.add("FROM " + stage + " is not pinned to a full version");
      }
    }
    if (stages.size() < 2) {
      problems.add("it has one stage: the build tools would be in the image");
    }
    if (lines.stream().anyMatch(l -> l.startsWith("ADD "))) {
      problems.add("ADD fetches and unpacks: use COPY");
    }
    if (lines.stream().anyMatch(l -> l.matches("(ENV|ARG) .*(PASSWORD|TOKEN|SECRET).*"))) {
      problems.add("a secret would stay in the image");
    }
    lastStage(lines.subList(lastIndex(lines, "FROM "), lines.size()), problems);
    return problems;
  }

  private static void lastStage(List<String> lines, List<String> problems) {
    if (!lines.get(0).matches("FROM eclipse-temurin:17\\S*-jre-\\S+")) {
      problems.add("the last stage is not a Java 17 runtime");
    }
    List<String> users = arguments(lines, "USER");
    if (users.isEmpty() || users.get(users.size() - 1).matches("root|0(:.*)?")) {
      problems.add("it runs as root");
    }
    if (arguments(lines, "HEALTHCHECK").stream().noneMatch(h -> h.contains("/q/health/ready"))) {
      problems.add("it has no health check of /q/health/ready");
    }
    if (arguments(lines, "ENTRYPOINT").stream().noneMatch(e -> e.startsWith("["))) {
      problems.add("no ENTRYPOINT in exec form: signals would not reach the service");
    }
    if (lines.stream().noneMatch(l -> l.contains("QUARKUS_HTTP_HOST=\"0.0.0.0\""))) {
      problems.add("the service would listen on the container's loopback only");
    }
  }

  private static List<String> instructions(String text) {
    String joined = text.lines().filter(l -> !l.startsWith("#")).collect(Collectors.joining("\n"));
    return joined.replaceAll("\\\\\n\\s*", "").lines().filter(l -> !l.isBlank()).toList();
  }

  private static List<String> arguments(List<String> lines, String instruction) {
    return lines.stream()
        .filter(l -> l.startsWith(instruction + " "))
        .map(l -> l.substring(instruction.length() + 1).trim())
        .toList();
  }

  private static int lastIndex(List<String> lines, String prefix) {
    int last = 0;
    for (int i = 0; i < lines.size(); i++) {
      last = lines.get(i).startsWith(prefix) ? i : last;
    }
    return last;
  }
}
