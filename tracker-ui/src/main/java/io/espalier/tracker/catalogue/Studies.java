package io.espalier.tracker.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The campaign files in the directory of studies. */
@ApplicationScoped
class Studies {
  private static final Logger LOG = Logger.getLogger(Studies.class);
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  private final Optional<Path> directory;

  Studies(@ConfigProperty(name = "espalier.studies.dir") Optional<Path> directory) {
    this.directory = directory;
  }

  /**
   * A study.
   *
   * @param file name of the file
   * @param campaign the file as JSON
   */
  public record Study(String file, String name, String description, JsonNode campaign) {}

  /** All studies by file name; none without a directory. A file that is no YAML is left out. */
  List<Study> all() {
    if (directory.isEmpty() || !Files.isDirectory(directory.get())) {
      return List.of();
    }
    List<Study> studies = new ArrayList<>();
    try (Stream<Path> files = Files.list(directory.get())) {
      files
          .filter(f -> f.toString().endsWith(".yaml") || f.toString().endsWith(".yml"))
          .sorted()
          .forEach(file -> read(file).ifPresent(studies::add));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + directory.get(), e);
    }
    return studies;
  }

  private static Optional<Study> read(Path file) {
    String name = file.getFileName().toString();
    try {
      JsonNode campaign = YAML.readTree(file.toFile());
      return Optional.of(
          new Study(
              name,
              campaign.path("name").asText(name),
              campaign.path("description").asText(""),
              campaign));
    } catch (IOException e) {
      LOG.warnf("study %s cannot be read: %s", file, e.getMessage());
      return Optional.empty();
    }
  }
}
