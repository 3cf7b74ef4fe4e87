package io.espalier.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseIT {

  @TempDir Path dir;

  @Test
  void rowsSurviveARestartAndNothingCommitsBeforeItIsOnTheDisk() throws SQLException {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(dir)) {
      run(database, "CREATE TABLE fact (body text)");
      run(database, "INSERT INTO fact VALUES ('kept')");
      assertThat(read(database, "SHOW fsync")).isEqualTo("on");
      assertThat(read(database, "SHOW synchronous_commit")).isEqualTo("on");
      assertThat(read(database, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
    }
    try (EmbeddedDatabase database = EmbeddedDatabase.start(dir)) {
      assertThat(read(database, "SELECT body FROM fact")).isEqualTo("kept");
    }
  }

  @Test
  void nobodyGetsInWithoutThePassword() {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(dir)) {
      assertThatThrownBy(
              () -> DriverManager.getConnection(database.jdbcUrl(), "postgres", "guess").close())
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password authentication failed");
    }
  }

  @Test
  void aDirectoryInUseIsRefused() {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(dir)) {
      assertThat(database.port()).isPositive();
      assertThatThrownBy(() -> EmbeddedDatabase.start(dir))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("in use by another process");
    }
  }

  @Test
  void aServerWhoseStarterWasKilledIsStoppedAndItsRowsAreThere() throws Exception {
    Process starter =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                StartAndWait.class.getName(),
                dir.toString())
            .redirectErrorStream(true)
            .start();
    try (var out = starter.inputReader()) {
      assertThat(out.lines().anyMatch("ready"::equals)).isTrue();
    }
    starter.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    Path pidFile = dir.resolve("data").resolve("postmaster.pid");
    long orphan = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
    assertThat(ProcessHandle.of(orphan)).get().matches(ProcessHandle::isAlive);

    try (EmbeddedDatabase database = EmbeddedDatabase.start(dir)) {
      assertThat(ProcessHandle.of(orphan).filter(ProcessHandle::isAlive)).isEmpty();
      assertThat(read(database, "SELECT body FROM fact")).isEqualTo("committed");
    }
  }

  @Test
  void aStalePidFileDoesNotPreventAStart() throws Exception {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(dir)) {
      assertThat(database.username()).isEqualTo("espalier");
    }
    Path pidFile = dir.resolve("data").resolve("postmaster.pid");
    Files.write(pidFile, List.of(String.valueOf(ProcessHandle.current().pid()), dir.toString()));

    try (EmbeddedDatabase database = EmbeddedDatabase.start(dir)) {
      assertThat(read(database, "SELECT 1")).isEqualTo("1");
    }
  }

  private static void run(EmbeddedDatabase database, String sql) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String read(EmbeddedDatabase database, String sql) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }

  private static Connection connect(EmbeddedDatabase database) throws SQLException {
    return DriverManager.getConnection(
        database.jdbcUrl(), database.username(), database.password());
  }

  /** Commits one row, says so and stays until it is killed. */
  static final class StartAndWait {

    private StartAndWait() {}

    public static void main(String[] args) throws Exception {
      EmbeddedDatabase database = EmbeddedDatabase.start(Path.of(args[0]));
      run(database, "CREATE TABLE fact AS SELECT 'committed' AS body");
      System.out.println("ready");
      System.out.flush();
      System.out.close();
      new CountDownLatch(1).await();
    }
  }
}
