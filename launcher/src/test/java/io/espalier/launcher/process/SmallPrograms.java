package io.espalier.launcher.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Real JVMs to be supervised. */
final class SmallPrograms {

  private SmallPrograms() {}

  /** A command that runs one of the classes below with the agent that watches its launcher. */
  static List<String> guarded(String guard, Class<?> main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx32m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            guard,
            "-cp",
            System.getProperty("java.class.path"),
            main.getName()));
    command.addAll(List.of(arguments));
    return command;
  }

  /** Writes its process id to a file, says so, and stays. */
  static final class Stay {
    private Stay() {}

    public static void main(String[] args) throws IOException, InterruptedException {
      Path file = Path.of(args[0]);
      Path complete = file.resolveSibling(file.getFileName() + ".new");
      Files.writeString(complete, String.valueOf(ProcessHandle.current().pid()));
      Files.move(complete, file, StandardCopyOption.REPLACE_EXISTING);
      System.out.println("staying");
      new CountDownLatch(1).await();
    }
  }

  /** A launcher that supervises {@link Stay} and never stops it. */
  static final class Launcher {
    private Launcher() {}

    public static void main(String[] args) throws IOException, InterruptedException {
      Path dir = Path.of(args[0]);
      String guard = GuardJar.write(dir.resolve("guard.jar"));
      List<String> command = guarded(guard, Stay.class, dir.resolve("stay").toString());
      ChildSpec spec = new ChildSpec("stay", 0, command, Map.of(), () -> true);
      new Child(spec, new RunRecords(dir.resolve("run")), dir, line -> {}, line -> {}).start();
      new CountDownLatch(1).await();
    }
  }
}
