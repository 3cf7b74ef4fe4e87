package io.espalier.launcher.process;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;

/** What a child says: always to its file, and to a listener that may show it. */
final class ChildLog {

  private final Path file;
  private final Consumer<String> listener;

  private ChildLog(Path file, Consumer<String> listener) {
    this.file = file;
    this.listener = listener;
  }

  /** Opens DIR/NAME.log; what an earlier run left there is kept as NAME.log.1. */
  static ChildLog open(Path dir, String name, Consumer<String> listener) {
    Path file = dir.resolve(name + ".log");
    try {
      Files.createDirectories(dir);
      if (Files.exists(file)) {
        Files.move(file, dir.resolve(name + ".log.1"), StandardCopyOption.REPLACE_EXISTING);
      }
      return new ChildLog(file, listener);
    } catch (IOException e) {
      throw new UncheckedIOException("the log " + file + " cannot be written", e);
    }
  }

  Path file() {
    return file;
  }

  /** Reads a child's output to its end in a thread of its own. */
  void follow(InputStream output, String name) {
    Thread thread = new Thread(() -> copy(output), "log-" + name);
    thread.setDaemon(true);
    thread.start();
  }

  private void copy(InputStream output) {
    try (BufferedReader reader =
            new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8));
        BufferedWriter writer =
            Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        listener.accept(line);
        writer.write(line);
        writer.newLine();
        writer.flush();
      }
    } catch (IOException e) {
      listener.accept("(its output can no longer be logged: " + e.getMessage() + ")");
    }
  }

  /** The last lines that were written, for messages. */
  List<String> tail(int lines) {
    try {
      List<String> all = Files.exists(file) ? Files.readAllLines(file) : List.of();
      return all.subList(Math.max(0, all.size() - lines), all.size());
    } catch (IOException e) {
      return List.of("(" + file + " cannot be read: " + e.getMessage() + ")");
    }
  }
}
