package io.espalier.launcher.demo;

import io.espalier.envelope.Json;
import io.espalier.launcher.client.launch.FileRefused;
import io.espalier.launcher.client.view.Campaign;
import io.espalier.launcher.client.view.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * Results of a campaign for programs, as tracker-ui gave them.
 *
 * @param campaign its id
 */
record ResultFile(String campaign, List<Result> results) {

  static ResultFile of(Campaign campaign) {
    return new ResultFile(campaign.id(), campaign.results());
  }

  /** Refuses early what could not be written after minutes of training. */
  static void requireWritable(Path file) throws FileRefused {
    if (Files.isDirectory(file)) {
      throw FileRefused.because(file.toString(), "is a directory, allowed: a file");
    }
    try {
      Files.delete(beside(file));
    } catch (IOException e) {
      throw FileRefused.because(
          file.toString(), "cannot be written: nothing can be made in " + folder(file));
    }
  }

  /** Writes JSON; readers see the old file or the new one, never half of it. */
  void write(Path file) throws IOException {
    Path complete = beside(file);
    try {
      Files.writeString(
          complete, Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n");
      Files.move(
          complete, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(complete);
    }
  }

  private static Path beside(Path file) throws IOException {
    return Files.createFile(
        folder(file).resolve("." + file.getFileName() + "." + ProcessHandle.current().pid()));
  }

  private static Path folder(Path file) {
    return file.toAbsolutePath().getParent();
  }
}
