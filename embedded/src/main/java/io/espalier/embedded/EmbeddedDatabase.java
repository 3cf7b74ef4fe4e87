package io.espalier.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/**
 * A PostgreSQL server from downloaded binaries, on loopback, with its data in a directory.
 *
 * <p>A commit is on the disk when it is acknowledged ({@code fsync} and {@code synchronous_commit}
 * are on). Connections need the password that was generated with the directory (SCRAM); only within
 * the moments between creating the data directory and setting the password does the new, empty
 * server trust local connections.
 */
public final class EmbeddedDatabase implements AutoCloseable {

  /** The user that owns the database. */
  public static final String USER = DatabaseAccess.NAME;

  private static final System.Logger LOG = System.getLogger(EmbeddedDatabase.class.getName());
  private static final Duration START_WAIT = Duration.ofSeconds(60);

  private final EmbeddedPostgres postgres;
  private final ProcessHandle server;
  private final FileChannel lock;
  private final String password;

  private EmbeddedDatabase(
      EmbeddedPostgres postgres, ProcessHandle server, FileChannel lock, String password) {
    this.postgres = postgres;
    this.server = server;
    this.lock = lock;
    this.password = password;
  }

  /** Starts a server on a free port; see {@link #start(Path, int)}. */
  public static EmbeddedDatabase start(Path dir) {
    return start(dir, 0);
  }

  /**
   * Starts a server on 127.0.0.1:{@code port} (0: a free one) with its data below {@code dir} and
   * waits until it answers. A server that an earlier run left behind on the same directory is
   * stopped first.
   *
   * @throws IllegalStateException if the directory is in use by a living process, an orphan does
   *     not stop, or the server does not start; the message says what to do
   */
  public static EmbeddedDatabase start(Path dir, int port) {
    try {
      Files.createDirectories(dir);
      FileChannel lock = lock(dir);
      try {
        return startLocked(dir, port == 0 ? FreePort.find() : port, lock);
      } catch (IOException | SQLException | RuntimeException | InterruptedException e) {
        lock.close();
        throw e;
      }
    } catch (IOException | SQLException e) {
      throw new IllegalStateException(
          "PostgreSQL does not start in %s (%s); its log is %s"
              .formatted(dir, e.getMessage(), dir.resolve("postgresql.log")),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while PostgreSQL was starting", e);
    }
  }

  private static EmbeddedDatabase startLocked(Path dir, int port, FileChannel lock)
      throws IOException, SQLException, InterruptedException {
    Path data = dir.resolve("data");
    stopOrphan(data);
    DatabaseAccess access = new DatabaseAccess(dir);
    access.forgetHalfMadeData();
    boolean first = !access.isSetUp();
    EmbeddedPostgres postgres = builder(dir, data, port, access).start();
    try {
      if (first) {
        access.setUp(postgres);
      }
      ProcessHandle server =
          DatabaseOrphan.server(data)
              .orElseThrow(() -> new IllegalStateException("PostgreSQL ended at once"));
      return new EmbeddedDatabase(postgres, server, lock, access.password());
    } catch (IOException | SQLException | RuntimeException e) {
      postgres.close();
      throw e;
    }
  }

  private static EmbeddedPostgres.Builder builder(
      Path dir, Path data, int port, DatabaseAccess access) throws IOException {
    Redirect log = Redirect.appendTo(dir.resolve("postgresql.log").toFile());
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setOverrideWorkingDirectory(binaries().toFile())
            .setDataDirectory(data)
            .setCleanDataDirectory(false)
            .setPort(port)
            .setPGStartupWait(START_WAIT)
            .setOutputRedirector(log)
            .setErrorRedirector(log)
            .setServerConfig("listen_addresses", "127.0.0.1")
            .setServerConfig("unix_socket_directories", "''")
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("password_encryption", "scram-sha-256")
            .setServerConfig("shared_buffers", "32MB")
            .setServerConfig("max_connections", "50");
    return access.isSetUp() ? builder.setConnectConfig("password", access.password()) : builder;
  }

  /** Unpacked binaries are shared by all data directories of a user. */
  private static Path binaries() {
    return Path.of(System.getProperty("user.home"), ".cache", "espalier", "postgresql");
  }

  private static void stopOrphan(Path data) throws IOException, InterruptedException {
    var orphan = DatabaseOrphan.find(data);
    if (orphan.isPresent()) {
      LOG.log(
          System.Logger.Level.WARNING,
          "a PostgreSQL of an earlier run (pid {0}) still holds {1}; stopping it",
          String.valueOf(orphan.get().pid()),
          data);
      orphan.get().stop();
    }
  }

  private static FileChannel lock(Path dir) throws IOException {
    FileChannel channel =
        FileChannel.open(dir.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = tryLock(channel);
    if (lock == null) {
      channel.close();
      throw new IllegalStateException(
          "the database in " + dir + " is in use by another process that is alive");
    }
    return channel;
  }

  private static FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldInThisJvm) {
      return null;
    }
  }

  /** The address of the database {@code espalier}. */
  public String jdbcUrl() {
    return jdbcUrl(port());
  }

  /** The address of the database {@code espalier} of a server on 127.0.0.1:{@code port}. */
  public static String jdbcUrl(int port) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, DatabaseAccess.NAME);
  }

  /** The password of the user {@code espalier}; empty while the directory is not set up. */
  public static Optional<String> password(Path dir) {
    DatabaseAccess access = new DatabaseAccess(dir);
    try {
      return access.isSetUp() ? Optional.of(access.password()) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("the password in " + dir + " cannot be read", e);
    }
  }

  /** Waits until the server has ended, by itself or because it was closed. */
  public void awaitExit() {
    server.onExit().join();
  }

  /** The user that owns the database. */
  public String username() {
    return USER;
  }

  /** The user's password, generated with the data directory. */
  public String password() {
    return password;
  }

  /** The port it listens on. */
  public int port() {
    return postgres.getPort();
  }

  /** Stops the server cleanly; open connections are cut. */
  @Override
  public void close() {
    try {
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL did not stop", e);
    } finally {
      release();
    }
  }

  private void release() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the lock of the database directory is not released", e);
    }
  }
}
