package io.espalier.launcher.stack;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NoSuchElementException;

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

  /** The class path of a program: its jar and the libraries that the build has listed. */
  String classPath(String module) throws StackRefused {
    Path target = home.resolve(module).resolve("target");
    try (DirectoryStream<Path> jars = Files.newDirectoryStream(target, module + "-*.jar")) {
      return jars.iterator().next()
          + File.pathSeparator
          + Files.readString(target.resolve("class-path")).strip();
    } catch (IOException | NoSuchElementException e) {
      throw new StackRefused(
          module
              + " is not built ("
              + target
              + " is incomplete). The script espalier builds it, and so does: mvn -DskipTests package",
          e);
    }
  }

  /** The directory of the campaign files that come along. */
  public Path studies() {
    return home.resolve("studies");
  }
}
