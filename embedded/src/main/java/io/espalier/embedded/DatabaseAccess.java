package io.espalier.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who may connect: user, database and a random password, made once per data directory. The password
 * file is written last, so its presence says that the set-up was completed.
 */
final class DatabaseAccess {

  static final String NAME = "espalier";

  private static final String ONLY_WITH_PASSWORD =
      "host all all 127.0.0.1/32 scram-sha-256\nlocal all all scram-sha-256\n";

  private final Path data;
  private final Path passwordFile;

  DatabaseAccess(Path dir) {
    this.data = dir.resolve("data");
    this.passwordFile = dir.resolve("password");
  }

  boolean isSetUp() {
    return Files.exists(passwordFile);
  }

  String password() throws IOException {
    return Files.readString(passwordFile).strip();
  }

  /** A set-up that was interrupted left no row of anybody: it starts afresh. */
  void forgetHalfMadeData() throws IOException {
    if (isSetUp() || !Files.exists(data)) {
      return;
    }
    try (Stream<Path> all = Files.walk(data)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  /** Creates user and database on a new server, and from then on demands the password. */
  void setUp(EmbeddedPostgres postgres) throws SQLException, IOException {
    byte[] random = new byte[24];
    new SecureRandom().nextBytes(random);
    String password = HexFormat.of().formatHex(random);
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("ALTER USER postgres PASSWORD '" + password + "'");
      statement.execute("CREATE USER " + NAME + " PASSWORD '" + password + "'");
      statement.execute("CREATE DATABASE " + NAME + " OWNER " + NAME);
      Files.writeString(data.resolve("pg_hba.conf"), ONLY_WITH_PASSWORD);
      statement.execute("SELECT pg_reload_conf()");
    }
    Path complete = Files.createTempFile(passwordFile.getParent(), "password", ".new", ownerOnly());
    Files.writeString(complete, password);
    Files.move(complete, passwordFile);
  }

  private FileAttribute<?>[] ownerOnly() {
    boolean posix = data.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(
              Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE))
        }
        : new FileAttribute<?>[0];
  }
}
