package dev.ingest.testkit.doubles;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL server on the loopback interface, with the certificate of {@link TestPki}.
 *
 * <p>It has two users: {@code postgres}, an administrator who needs no password, and {@code
 * loader}, who must come over TLS with a password (scram-sha-256), as must any role that a test
 * adds. Text sorts by code point on every machine.
 *
 * <p>Starting takes one to three seconds, so share the server and take a database of your own. The
 * server stops, and its data directory goes, when the JVM ends. All methods may be called from any
 * thread.
 */
public final class PostgresServer implements AutoCloseable {

  /** The name of the login role for the code under test. */
  public static final String LOADER = "loader";

  static final String HOST = "localhost";
  private static final String FIRST_PASSWORD = "loader-password-1";

  private static @Nullable PostgresServer shared;

  private final EmbeddedPostgres postgres;
  private final Path dataDirectory;
  private final AtomicInteger databases = new AtomicInteger();
  private final AtomicBoolean closed = new AtomicBoolean();
  private volatile String password = FIRST_PASSWORD;

  private PostgresServer(EmbeddedPostgres postgres, Path dataDirectory) {
    this.postgres = postgres;
    this.dataDirectory = dataDirectory;
  }

  /**
   * The server of this JVM, started on the first call. Leave it open: others use it.
   *
   * @return a running server
   * @throws IllegalStateException if PostgreSQL does not start; the message says what to do
   */
  public static synchronized PostgresServer shared() {
    if (shared == null || shared.closed.get()) {
      shared = start();
    }
    return shared;
  }

  /**
   * Starts a server apart from the shared one, for a test that stops it or spoils its settings.
   *
   * @return a running server
   * @throws IllegalStateException if PostgreSQL does not start; the message says what to do
   */
  public static PostgresServer start() {
    Path data = ScratchDirectory.create("postgres");
    PostgresServer server = new PostgresServer(PostgresStart.start(data), data);
    ScratchDirectory.closeAtExit(server);
    server.administer("CREATE ROLE " + LOADER + " LOGIN");
    server.changePassword(FIRST_PASSWORD);
    return server;
  }

  /**
   * Makes an empty database that belongs to {@code loader}.
   *
   * @return the new database
   */
  public PostgresDatabase createDatabase() {
    String name = "ingest_" + databases.incrementAndGet();
    administer("CREATE DATABASE " + name + " OWNER " + LOADER + " TEMPLATE template0");
    return new PostgresDatabase(this, name);
  }

  /**
   * Gives {@code loader} another password, as the rotation of a secret does. Open connections live
   * on; new ones need the new password.
   *
   * @param newPassword the password from now on
   */
  public void changePassword(String newPassword) {
    administer("ALTER ROLE " + LOADER + " PASSWORD '" + newPassword.replace("'", "''") + "'");
    password = newPassword;
  }

  /**
   * The password of {@code loader}.
   *
   * @return the one that is valid now
   */
  public String password() {
    return password;
  }

  /**
   * The port on {@code localhost}, which the system chose.
   *
   * @return a TCP port
   */
  public int port() {
    return postgres.getPort();
  }

  /** Stops the server at once, ends its connections and deletes its data. */
  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    try {
      postgres.close();
      if (Files.exists(dataDirectory)) {
        FileTree.delete(dataDirectory);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot stop PostgreSQL", e);
    }
  }

  String adminUrl(String database) {
    return "jdbc:postgresql://%s:%s/%s?user=postgres&sslmode=disable"
        .formatted(HOST, port(), database);
  }

  /** Runs one statement as the administrator, outside any transaction. */
  void administer(String sql) {
    try (Connection admin = DriverManager.getConnection(adminUrl("postgres"));
        Statement statement = admin.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException("the test database server refused an order", e);
    }
  }
}
