package io.espalier.launcher.stack;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where Espalier's built modules are: the directory of the repository.
 *
 * @param home that directory
 */
public record Installation(Path home) {

  /**
   * Finds it through the system property {@code espalier.home}, which the start script sets, or
   * else upwards from the launcher's own classes.
   */
  public static Installation find() throws StackRefused {
    String named = System.getProperty("espalier.home");
    if (named != null) {
      return new Installation(Path.of(named).toAbsolutePath());
    }
    Path directory = ownCode();
    while (directory != null) {
      if (Files.isDirectory(directory.resolve("trainer-service"))
          && Files.isDirectory(directory.resolve("studies"))) {
        return new Installation(directory);
      }
      directory = directory.getParent();
    }
    throw new StackRefused(
        "Espalier's modules are not found; start it with the script espalier of its repository.");
  }

  private static Path ownCode() throws StackRefused {
    try {
      return Path.of(
          Installation.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new StackRefused("the launcher's own place cannot be told: " + e.getMessage(), e);
    }
  }

  /** The runnable jar of a service. */
  Path jarOf(String service) throws StackRefused {
    Path jar = home.resolve(service).resolve("target/quarkus-app/quarkus-run.jar");
    if (!Files.exists(jar)) {
      throw new StackRefused(
          service
              + " is not built ("
              + jar
              + " is missing). The script espalier builds it, and so does: mvn -DskipTests package");
    }
    return jar;
  }

  /** The directory of the campaign files that come along. */
  public Path studies() {
    return home.resolve("studies");
  }
}
