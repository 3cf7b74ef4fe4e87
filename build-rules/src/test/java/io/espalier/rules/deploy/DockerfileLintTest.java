package io.espalier.rules.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.espalier.rules.Repository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DockerfileLintTest {
  @ParameterizedTest
  @ValueSource(strings = {"trainer-service", "pruning-service", "predictor-service", "tracker-ui"})
  void theDockerfileOfAServiceKeepsTheRules(String service) {
    String text = dockerfile(service);
    assertThat(DockerfileLint.problems(text)).isEmpty();
    assertThat(text).contains("-pl " + service + " ", "/src/" + service + "/target/quarkus-app");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "node:22.20.0-bookworm-slim | node:22 | FROM node:22 AS node is not pinned",
        "node:22.20.0-bookworm-slim | node:latest | FROM node:latest AS node is not pinned",
        "eclipse-temurin:17.0.16_8-jre-noble | eclipse-temurin:17.0.16_8-jdk-noble | not a Java 17",
        "eclipse-temurin:17.0.16_8-jre-noble | eclipse-temurin:21.0.8_9-jre-noble | not a Java 17",
        "USER espalier | USER root | runs as root",
        "USER espalier | USER 0 | runs as root",
        "USER espalier | STOPSIGNAL TERM | runs as root",
        "HEALTHCHECK | ONBUILD HEALTHCHECK | no health check",
        "ENTRYPOINT [\"java\" | ENTRYPOINT java | exec form",
        "QUARKUS_HTTP_HOST=\"0.0.0.0\" | A=\"b\" | loopback only",
        "WORKDIR /src | ADD https://example.org/a.tgz /a | ADD fetches",
        "EXPOSE 8080 | ENV DB_PASSWORD=x | secret",
      })
  void aPlantedViolationIsNamed(String right, String wrong, String problem) {
    String text = dockerfile("trainer-service");
    assertThat(text).contains(right);
    assertThat(DockerfileLint.problems(text.replace(right, wrong)))
        .anySatisfy(p -> assertThat(p).contains(problem));
  }

  @Test
  void aSingleStageIsNamed() {
    assertThat(DockerfileLint.problems("FROM eclipse-temurin:17.0.16_8-jre-noble\nUSER a\n"))
        .anySatisfy(p -> assertThat(p).contains("one stage"));
  }

  @Test
  void buildOutputAndHistoryStayOutOfTheImages() {
    assertThat(Repository.read(Repository.ROOT.resolve(".dockerignore")).lines())
        .contains(".git", "**/target");
  }

  private static String dockerfile(String service) {
    return Repository.read(Repository.ROOT.resolve(service).resolve("Dockerfile"));
  }
}
