package io.espalier.rules.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.espalier.rules.Repository;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComposeLintTest {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final String TEXT = Repository.read(Repository.ROOT.resolve("docker-compose.yml"));

  @Test
  void theComposeFileKeepsTheRulesAndSaysThatItWasNeverRun() throws IOException {
    assertThat(ComposeLint.problems(YAML.readTree(TEXT))).isEmpty();
    assertThat(TEXT).contains("has not been run");
  }

  @Test
  void theBrokerIsThatOfTheClients() throws IOException {
    String parent = Repository.read(Repository.ROOT.resolve("pom.xml"));
    String image = YAML.readTree(TEXT).at("/services/kafka/image").asText();
    assertThat(parent)
        .contains("<kafka.version>" + image.substring(image.indexOf(':') + 1) + "</kafka.version>");
  }

  @Test
  void aMissingVolumeIsNamed() throws IOException {
    JsonNode planted = YAML.readTree(TEXT.replace("\n  artifacts:\n", "\n"));
    assertThat(ComposeLint.problems(planted))
        .anySatisfy(p -> assertThat(p).startsWith("volumes: "))
        .anySatisfy(p -> assertThat(p).contains("undeclared volume artifacts"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "apache/kafka:4.2.1 | apache/kafka:latest | kafka has an image that is not pinned",
        "apache/kafka:4.2.1 | apache/kafka | kafka has an image that is not pinned",
        "postgres:17.6-bookworm | postgres:17 | postgres has an image that is not pinned",
        "user: postgres | user: root | postgres runs as root",
        "user: appuser | tty: false | kafka runs as root",
        "healthcheck: | healthy: | kafka has no health check",
        "{POSTGRES_PASSWORD:? | {POSTGRES_PASSWORD:- | postgres has a default for POSTGRES_PASS",
        "${POSTGRES_PASSWORD:? | espalier | tracker-ui has a default for QUARKUS_DATASOURCE_PASS",
        "127.0.0.1:8080:8080 | 8080:8080 | tracker-ui publishes 8080:8080 beyond loopback",
        "127.0.0.1:8080:8080 | 0.0.0.0:8080:8080 | tracker-ui publishes 0.0.0.0:8080:8080 beyond",
        "stop_grace_period: 30s | ports: [\"127.0.0.1:1:1\"] | trainer-service publishes a port",
        "stop_grace_period: 30s | container_name: t | trainer-service has a container_name",
        "stop_grace_period: 30s | privileged: true | trainer-service has rights over the host",
        "stop_grace_period: 30s | network_mode: host | trainer-service has rights over the host",
        "no-new-privileges:true | seccomp:unconfined | kafka may gain privileges",
        "service_healthy | service_started | pruning-service does not wait until kafka is healthy",
        "service_healthy | service_started | tracker-ui does not wait until postgres is healthy",
        "datasets:/var | data:/var | trainer-service uses the undeclared volume data",
        "/studies:ro | /studies | tracker-ui may write into the checkout",
        "./studies:/studies:ro | /var/run/docker.sock:/s | tracker-ui mounts /var/run/docker.sock",
        "predictor-service/Dockerfile | Dockerfile | predictor-service is built from a Dockerfile",
        "kafka:9092 | localhost:9092 | predictor-service does not know the broker",
        "ESPALIER_ARTIFACTS_DIR | ARTIFACTS | pruning-service keeps artifacts outside",
        "predictor-service: | surrogate: | predictor-service is missing",
      })
  void aPlantedViolationIsNamed(String right, String wrong, String problem) throws IOException {
    assertThat(TEXT).contains(right);
    JsonNode planted = YAML.readTree(TEXT.replace(right, wrong));
    assertThat(ComposeLint.problems(planted)).anySatisfy(p -> assertThat(p).startsWith(problem));
  }
}
