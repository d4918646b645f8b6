package dev.ingest.cli.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * Starts the server on the local data. A new cluster trusts its maker until it has a password; from
 * then on it asks for it.
 */
final class ServerStart {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final int USUAL_PORT = 54_329;

  private static final String ASK_FOR_PASSWORD =
      """
      host all all 127.0.0.1/32 scram-sha-256
      host all all ::1/128      scram-sha-256
      """;

  private final LocalFolder folder;
  private final String password;
  private final PrintWriter progress;

  ServerStart(LocalFolder folder, String password, PrintWriter progress) {
    this.folder = folder;
    this.password = password;
    this.progress = progress;
  }

  EmbeddedPostgres start() throws IOException, SQLException {
    OrphanedServer.stop(folder.data());
    boolean fresh = !folder.hasDatabase();
    if (fresh) {
      progress.println("making a local database in " + folder.root() + " …");
    }
    EmbeddedPostgres server = launch();
    try {
      secure(server);
      return server;
    } catch (IOException | SQLException | RuntimeException failure) {
      server.close();
      throw failure;
    }
  }

  private EmbeddedPostgres launch() throws IOException {
    try {
      return EmbeddedPostgres.builder()
          .setDataDirectory(folder.data())
          .setCleanDataDirectory(false)
          .setOverrideWorkingDirectory(binaries().toFile())
          // PostgreSQL's own locale sorts the same on every platform
          .setLocaleConfig("locale", "C")
          .setLocaleConfig("locale-provider", "builtin")
          .setLocaleConfig("builtin-locale", "C.UTF-8")
          .setServerConfig("password_encryption", "scram-sha-256")
          // the library's defaults are for tests, which may lose data
          .setServerConfig("fsync", "on")
          .setServerConfig("synchronous_commit", "on")
          .setServerConfig("max_connections", "20")
          .setServerConfig("unix_socket_directories", "")
          .setConnectConfig("password", password)
          .setConnectConfig("sslmode", "disable")
          .setPort(port())
          .setOutputRedirector(ProcessBuilder.Redirect.appendTo(folder.log().toFile()))
          .setPGStartupWait(PATIENCE)
          .start();
    } catch (IllegalStateException | UncheckedIOException failure) {
      throw new LocalDatabaseException(advice(), failure);
    }
  }

  /** Sets the password of a new cluster, makes the database, and has the server ask from now on. */
  private void secure(EmbeddedPostgres server) throws SQLException, IOException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      if (!exists(statement)) {
        statement.execute("ALTER ROLE " + LocalDatabase.USER + " PASSWORD '" + password + "'");
        statement.execute("CREATE DATABASE " + LocalDatabase.DATABASE);
      }
      Path access = folder.data().resolve("pg_hba.conf");
      if (!Files.readString(access).equals(ASK_FOR_PASSWORD)) {
        Files.writeString(access, ASK_FOR_PASSWORD);
        statement.execute("SELECT pg_reload_conf()");
      }
    }
  }

  private static boolean exists(Statement statement) throws SQLException {
    try (ResultSet rows =
        statement.executeQuery(
            "SELECT 1 FROM pg_database WHERE datname = '" + LocalDatabase.DATABASE + "'")) {
      return rows.next();
    }
  }

  /** The usual port, so that a saved psql line goes on working, unless something else has it. */
  private static int port() throws IOException {
    try (ServerSocket usual = new ServerSocket(USUAL_PORT, 1, InetAddress.getLoopbackAddress())) {
      return usual.getLocalPort();
    } catch (IOException taken) {
      return 0;
    }
  }

  /** Where the server's programs are unpacked, once for all folders of a user. */
  private Path binaries() {
    String home = System.getProperty("user.home", "");
    Path cache = Path.of(home).resolve(".cache").resolve("ingest");
    try {
      return Files.createDirectories(cache);
    } catch (IOException | RuntimeException noHome) {
      return folder.root().resolve("bin");
    }
  }

  private String advice() {
    String said = log();
    if (said.contains("cannot be run as root")) {
      return "local database: expected a user other than root, or user namespaces for root, found"
          + " neither (usual in containers); run ingest as a normal user, or name a database with"
          + " --host";
    }
    return "local database in %s: expected it to start, found %s; or name a database with --host"
        .formatted(folder.root(), said.isEmpty() ? "no reason given" : said);
  }

  private String log() {
    try {
      String all = Files.readString(folder.log(), StandardCharsets.UTF_8).strip();
      return all.substring(Math.max(0, all.length() - 600));
    } catch (IOException none) {
      return "";
    }
  }
}
