package io.espalier.launcher.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackLockTest {

  @TempDir Path dir;

  @Test
  void aSecondStackOnADirectoryIsRefusedWithWordsThatHelp() throws Exception {
    try (StackLock first = StackLock.take(dir)) {
      assertThat(first).isNotNull();
      ControlFile file =
          new ControlFile(
              "http://127.0.0.1:1",
              "t",
              "http://127.0.0.1:2",
              "127.0.0.1:3",
              ProcessHandle.current().pid());
      file.write(dir);
      assertThatThrownBy(() -> StackLock.take(dir))
          .isInstanceOf(StackRefused.class)
          .hasMessageContainingAll("already runs", "http://127.0.0.1:2", "espalier down");
    }
    StackLock.take(dir).close();
  }

  @Test
  void theControlFileIsForItsOwnerOnly() throws Exception {
    Files.createDirectories(dir.resolve("run"));
    ControlFile file = new ControlFile("u", "t", "ui", "broker", ProcessHandle.current().pid());
    file.write(dir);
    assertThat(ControlFile.read(dir)).contains(file);
    assertThat(Files.getPosixFilePermissions(dir.resolve("run/control.json")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void theFileOfALauncherThatIsGoneCountsForNothing() throws Exception {
    Process gone = new ProcessBuilder("true").start();
    gone.waitFor();
    Files.createDirectories(dir.resolve("run"));
    new ControlFile("u", "t", "ui", "broker", gone.pid()).write(dir);
    assertThat(ControlFile.read(dir)).isEmpty();
  }
}
