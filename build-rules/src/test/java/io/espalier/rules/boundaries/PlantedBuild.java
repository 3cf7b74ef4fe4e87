package io.espalier.rules.boundaries;

import io.espalier.rules.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One run of Maven over {@code build-rules/planted}, which also builds the real modules.
 *
 * @param exitCode Maven's
 * @param log its output
 */
record PlantedBuild(int exitCode, String log) {
  private static final Path POM = Repository.ROOT.resolve("build-rules/planted/pom.xml");

  static PlantedBuild run(Path folder) throws IOException, InterruptedException {
    Path log = folder.resolve("planted.log");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("maven.home"), "bin", "mvn").toString());
    command.addAll(List.of("-B", "--fail-at-end", "-Dstyle.color=never"));
    command.addAll(List.of("-f", POM.toString(), "validate"));
    command.add("-Dmaven.repo.local=" + System.getProperty("espalier.maven.repository"));
    Process maven =
        new ProcessBuilder(command)
            .directory(Repository.ROOT.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    if (!maven.waitFor(5, TimeUnit.MINUTES)) {
      maven.destroyForcibly();
      throw new IOException("the planted build did not end: " + Files.readString(log));
    }
    return new PlantedBuild(maven.exitValue(), Files.readString(log));
  }

  /** What Maven says about the failure of one project; empty if it did not fail. */
  String failureOf(String project) {
    int start = log.indexOf("(boundaries) on project " + project + ":");
    return start < 0 ? "" : log.substring(start, log.indexOf("[Help 1]", start));
  }

  /** The projects that the summary calls successful, by name. */
  List<String> successes() {
    return log.lines()
        .filter(line -> line.contains(" SUCCESS ["))
        .map(line -> line.replaceAll("^\\[INFO] (.*?)( \\d\\S*)?( \\.+)? SUCCESS \\[.*", "$1"))
        .toList();
  }
}
