package dev.ingest.testkit.doubles;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * A database of its own on a {@link PostgresServer}, empty at first and owned by the role {@code
 * loader}. Closing it drops it, whoever is connected.
 */
public final class PostgresDatabase implements AutoCloseable {

  private final PostgresServer server;
  private final String name;

  PostgresDatabase(PostgresServer server, String name) {
    this.server = server;
    this.name = name;
  }

  /**
   * The name of the database.
   *
   * @return a plain lower-case identifier, unique on the server
   */
  public String name() {
    return name;
  }

  /**
   * The host, by the name that the server's certificate holds.
   *
   * @return {@code localhost}
   */
  public String host() {
    return PostgresServer.HOST;
  }

  /**
   * The port of the server.
   *
   * @return a TCP port
   */
  public int port() {
    return server.port();
  }

  /**
   * The role for the code under test.
   *
   * @return {@code loader}
   */
  public String user() {
    return PostgresServer.LOADER;
  }

  /**
   * The password of {@link #user()}.
   *
   * @return the one that is valid now
   */
  public String password() {
    return server.password();
  }

  /**
   * Where the code under test connects: the certificate is verified in full against {@link
   * TestPki#ca()}. Holds neither user nor password.
   *
   * @return a URL for the PostgreSQL driver
   */
  public String jdbcUrl() {
    return jdbcUrlThrough(port());
  }

  /**
   * As {@link #jdbcUrl()}, through a proxy.
   *
   * @param proxyPort the port of the proxy on {@link #host()}
   * @return a URL for the PostgreSQL driver
   */
  public String jdbcUrlThrough(int proxyPort) {
    return "jdbc:postgresql://%s:%s/%s?sslmode=verify-full&sslrootcert=%s"
        .formatted(host(), proxyPort, name, encoded(TestPki.shared().ca()));
  }

  /**
   * Where a test looks behind the scenes: as the administrator, who needs no password and no TLS.
   *
   * @return a URL for the PostgreSQL driver that holds the user
   */
  public String adminUrl() {
    return server.adminUrl(name);
  }

  /**
   * Connects as the administrator.
   *
   * @return a new connection, which the caller closes
   * @throws SQLException if the server is gone
   */
  public Connection connectAsAdmin() throws SQLException {
    return DriverManager.getConnection(adminUrl());
  }

  /** Drops the database and ends all connections to it. */
  @Override
  public void close() {
    server.administer("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
  }

  private static String encoded(Path file) {
    return URLEncoder.encode(file.toString(), UTF_8);
  }
}
