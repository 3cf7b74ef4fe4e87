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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseIT {

  @Test
  void rowsSurviveARestart(@TempDir Path dir) throws Exception {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(dir)) {
      execute(database, "CREATE TABLE fact (text text)");
      execute(database, "INSERT INTO fact VALUES ('kept')");
    }

    try (EmbeddedDatabase database = EmbeddedDatabase.start(dir)) {
      assertThat(query(database, "SELECT text FROM fact")).isEqualTo("kept");
    }
  }

  @Test
  void commitsReachTheDiskAndStrangersNeedThePassword(@TempDir Path dir) throws Exception {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(dir)) {
      assertThat(query(database, "SHOW fsync")).isEqualTo("on");
      assertThat(query(database, "SHOW synchronous_commit")).isEqualTo("on");
      assertThat(query(database, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
      assertThatThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(), "espalier", "wrong"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password");
    }
  }

  @Test
  void aDirectoryInUseIsRefused(@TempDir Path dir) {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(dir)) {
      assertThatThrownBy(() -> EmbeddedDatabase.start(dir))
          .hasMessageContaining(dir.toString())
          .hasMessageContaining("in use");
      assertThat(database.port()).isPositive();
    }
  }

  @Test
  void aServerThatOutlivedItsStarterIsStoppedAndItsRowsAreKept(@TempDir Path dir) throws Exception {
    Process starter = startElsewhere(dir);
    Path pidFile = dir.resolve("data/postmaster.pid");
    String first = starter.inputReader().readLine();
    assertThat(first).isEqualTo("started");
    long orphan = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
    starter.destroyForcibly().waitFor();
    assertThat(ProcessHandle.of(orphan)).hasValueSatisfying(p -> assertThat(p.isAlive()).isTrue());

    try (EmbeddedDatabase database = EmbeddedDatabase.start(dir)) {
      assertThat(query(database, "SELECT text FROM fact")).isEqualTo("of the orphan");
      assertThat(ProcessHandle.of(orphan)).isNotPresent();
    }
  }

  /** Starts a database in a JVM of its own that writes one row and then waits to be killed. */
  public static void main(String[] args) throws Exception {
    EmbeddedDatabase database = EmbeddedDatabase.start(Path.of(args[0]));
    execute(database, "CREATE TABLE fact AS SELECT 'of the orphan'::text AS text");
    System.out.println("started");
    Thread.currentThread().join();
  }

  private static Process startElsewhere(Path dir) throws Exception {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElse("java"),
            "-cp",
            System.getProperty("java.class.path"),
            EmbeddedDatabaseIT.class.getName(),
            dir.toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String query(EmbeddedDatabase database, String sql) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      assertThat(row.next()).isTrue();
      return row.getString(1);
    }
  }

  private static Connection connect(EmbeddedDatabase database) throws SQLException {
    return DriverManager.getConnection(
        database.jdbcUrl(), database.username(), database.password());
  }
}
