package io.espalier.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisionIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path dir;

  private final List<String> news = new CopyOnWriteArrayList<>();
  private final List<String> output = new CopyOnWriteArrayList<>();

  @Test
  void aKilledChildIsStartedAgainAndNamed() throws Exception {
    Child child = stay();
    child.start();
    assertThat(child.awaitState(ChildState.READY, PATIENCE)).isTrue();
    long first = child.pid().orElseThrow();
    Files.delete(dir.resolve("stay"));
    ProcessHandle.of(first).orElseThrow().destroyForcibly();

    assertThat(child.awaitState(ChildState.WAITING, PATIENCE)).isTrue();
    assertThat(child.awaitState(ChildState.READY, PATIENCE)).isTrue();
    assertThat(child.pid().orElseThrow()).isNotEqualTo(first);
    assertThat(child.restarts()).isEqualTo(1);
    assertThat(news).singleElement().asString().contains("stay ended with code 137", "0.5 s");
    stop(child);
  }

  @Test
  void aStoppedChildIsGoneAndStaysStopped() throws Exception {
    Child child = stay();
    child.start();
    assertThat(child.awaitState(ChildState.READY, PATIENCE)).isTrue();
    ProcessHandle process = ProcessHandle.of(child.pid().orElseThrow()).orElseThrow();
    stop(child);
    assertThat(process.isAlive()).isFalse();
    assertThat(child.state()).isEqualTo(ChildState.STOPPED);
    assertThat(child.restarts()).isZero();
    assertThat(output).contains("staying");
    assertThat(Files.readString(dir.resolve("stay.log"))).contains("staying");
  }

  @Test
  void aChildEndsWhenItsLauncherIsKilled() throws Exception {
    Process launcher = launcher();
    ProcessHandle child = childOf(launcher);
    launcher.destroyForcibly().waitFor();
    child.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    assertThat(child.isAlive()).isFalse();
  }

  @Test
  void theNextLauncherStopsWhatIsLeftAndNobodyElse() throws Exception {
    Process leftover =
        new ProcessBuilder(SmallPrograms.guarded(guard(), SmallPrograms.Stay.class, file()))
            .redirectErrorStream(true)
            .redirectOutput(dir.resolve("out").toFile())
            .start();
    Process stranger = new ProcessBuilder("sleep", "60").start();
    RunRecords records = new RunRecords(dir.resolve("run"));
    records.started("leftover", leftover.toHandle());
    Files.writeString(dir.resolve("run/reused.pid"), stranger.pid() + " 2001-01-01T00:00:00Z");

    assertThat(records.stopLeftovers(Duration.ofSeconds(2))).containsExactly(leftover.pid());
    assertThat(leftover.isAlive()).isFalse();
    assertThat(stranger.isAlive()).isTrue();
    stranger.destroy();
  }

  private Child stay() throws IOException {
    List<String> command = SmallPrograms.guarded(guard(), SmallPrograms.Stay.class, file());
    Readiness ready = () -> Files.exists(dir.resolve("stay"));
    ChildSpec spec = new ChildSpec("stay", 0, command, Map.of(), ready);
    return new Child(spec, new RunRecords(dir.resolve("run")), dir, output::add, news::add);
  }

  private String guard() throws IOException {
    return GuardJar.write(dir.resolve("guard.jar"));
  }

  private String file() {
    return dir.resolve("stay").toString();
  }

  private static void stop(Child child) throws InterruptedException {
    child.requestStop();
    child.awaitStop();
  }

  private Process launcher() throws IOException {
    return new ProcessBuilder(
            SmallPrograms.guarded(guard(), SmallPrograms.Launcher.class, dir.toString()))
        .redirectErrorStream(true)
        .redirectOutput(dir.resolve("launcher.out").toFile())
        .start();
  }

  private ProcessHandle childOf(Process launcher) throws IOException, InterruptedException {
    Path file = dir.resolve("stay");
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!Files.exists(file) && System.nanoTime() < end) {
      assertThat(launcher.waitFor(100, TimeUnit.MILLISECONDS)).isFalse();
    }
    return ProcessHandle.of(Long.parseLong(Files.readString(file))).orElseThrow();
  }
}
