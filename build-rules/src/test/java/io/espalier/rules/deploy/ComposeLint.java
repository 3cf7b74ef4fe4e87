package io.espalier.rules.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import io.espalier.rules.Repository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What the compose file of this repository must and must not say. */
final class ComposeLint {
  private static final Set<String> BACKENDS = Set.of("kafka", "postgres");
  private static final Set<String> WORKERS = Set.of("trainer-service", "pruning-service");
  private static final Set<String> SERVICES =
      Set.of(
          "kafka",
          "postgres",
          "tracker-ui",
          "predictor-service",
          "trainer-service",
          "pruning-service");
  private static final Set<String> VOLUMES = Set.of("kafka", "postgres", "artifacts", "datasets");
  private static final Pattern PINNED = Pattern.compile("\\S+:\\d+\\.\\d+\\S*");
  private static final Pattern SECRET = Pattern.compile(".*(PASSWORD|TOKEN|SECRET).*");
  private static final Pattern ASKED = Pattern.compile("\\$\\{[A-Z_]+:\\?[^}]+}");

  private final JsonNode file;
  private final List<String> problems = new ArrayList<>();

  private ComposeLint(JsonNode file) {
    this.file = file;
  }

  /** One sentence per problem, each naming its service. */
  static List<String> problems(JsonNode file) {
    ComposeLint lint = new ComposeLint(file);
    lint.check();
    return lint.problems;
  }

  private void check() {
    List<String> names = names(file.path("services"));
    SERVICES.stream().filter(s -> !names.contains(s)).forEach(s -> problem(s, "is missing"));
    names.stream().filter(s -> !SERVICES.contains(s)).forEach(s -> problem(s, "is not known"));
    if (!names(file.path("volumes")).containsAll(VOLUMES)) {
      problem("volumes:", "is " + names(file.path("volumes")) + ", allowed: " + VOLUMES);
    }
    file.path("services").properties().forEach(s -> service(s.getKey(), s.getValue()));
  }

  private void service(String name, JsonNode service) {
    if (service.has("build")) {
      built(name, service.path("build"));
    } else {
      pulled(name, service);
    }
    if (service.has("container_name")) {
      problem(name, "has a container_name and cannot be scaled");
    }
    if (service.path("privileged").asBoolean() || service.has("network_mode")) {
      problem(name, "has rights over the host");
    }
    if (!service.path("security_opt").toString().contains("no-new-privileges:true")) {
      problem(name, "may gain privileges");
    }
    ports(name, service.path("ports"));
    volumes(name, service.path("volumes"));
    environment(name, service.path("environment"));
    dependencies(name, service.path("depends_on"));
  }

  private void built(String name, JsonNode build) {
    Path context = Repository.ROOT.resolve(build.path("context").asText("none"));
    if (!Files.isRegularFile(context.resolve(build.path("dockerfile").asText("none")))) {
      problem(name, "is built from a Dockerfile that does not exist");
    }
  }

  private void pulled(String name, JsonNode service) {
    String image = service.path("image").asText();
    if (!PINNED.matcher(image).matches()) {
      problem(name, "has an image that is not pinned: " + image);
    }
    if (service.path("healthcheck").path("test").size() < 2) {
      problem(name, "has no health check");
    }
    if (service.path("user").asText("root").matches("root|0(:.*)?")) {
      problem(name, "runs as root");
    }
  }

  private void ports(String name, JsonNode ports) {
    for (JsonNode port : ports) {
      if (!port.asText().startsWith("127.0.0.1:")) {
        problem(name, "publishes " + port.asText() + " beyond loopback");
      }
    }
    if (name.equals("trainer-service") && !ports.isEmpty()) {
      problem(name, "publishes a port and cannot be scaled");
    }
  }

  private void volumes(String name, JsonNode volumes) {
    for (JsonNode volume : volumes) {
      String source = volume.asText().split(":", 2)[0];
      if (source.startsWith("/")) {
        problem(name, "mounts " + source + " of the host");
      } else if (source.startsWith(".")) {
        if (!volume.asText().endsWith(":ro")) {
          problem(name, "may write into the checkout: " + volume.asText());
        }
      } else if (!file.path("volumes").has(source)) {
        problem(name, "uses the undeclared volume " + source);
      }
    }
  }

  private void environment(String name, JsonNode environment) {
    for (Map.Entry<String, JsonNode> variable : environment.properties()) {
      if (SECRET.matcher(variable.getKey()).matches()
          && !ASKED.matcher(variable.getValue().asText()).matches()) {
        problem(name, "has a default for " + variable.getKey());
      }
    }
    if (!BACKENDS.contains(name)
        && !environment.path("KAFKA_BOOTSTRAP_SERVERS").asText().equals("kafka:9092")) {
      problem(name, "does not know the broker");
    }
    if (WORKERS.contains(name)
        && !environment.path("ESPALIER_ARTIFACTS_DIR").asText().startsWith("/var/lib/espalier/")) {
      problem(name, "keeps artifacts outside of the shared volume");
    }
  }

  private void dependencies(String name, JsonNode dependencies) {
    for (String wanted : wanted(name)) {
      if (!dependencies.path(wanted).path("condition").asText().equals("service_healthy")) {
        problem(name, "does not wait until " + wanted + " is healthy");
      }
    }
  }

  private static Set<String> wanted(String name) {
    return switch (name) {
      case "kafka", "postgres" -> Set.of();
      case "tracker-ui" -> BACKENDS;
      default -> Set.of("kafka");
    };
  }

  private void problem(String service, String what) {
    problems.add(service + " " + what);
  }

  private static List<String> names(JsonNode object) {
    return object.properties().stream().map(Map.Entry::getKey).toList();
  }
}
