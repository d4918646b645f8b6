package dev.ingest.testkit.doubles.redshift;

import dev.ingest.testkit.doubles.PostgresDatabase;
import dev.ingest.testkit.doubles.PostgresServer;
import dev.ingest.testkit.doubles.S3Server;
import dev.ingest.testkit.doubles.wire.WireProxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A double of Amazon Redshift for tests, and no more than that: a database of the PostgreSQL test
 * server behind a proxy that reads each statement before PostgreSQL does. {@code version()} says
 * so.
 *
 * <p>It takes Redshift's {@code COPY} of CSV files from the {@link S3Server}, by a strict grammar;
 * with a manifest or, as Redshift does, every key that begins with the location. It refuses what
 * Redshift does not have; {@code TRUNCATE} commits; transactions are serializable, and their
 * conflicts are Redshift's error 1023; {@code sys_load_error_detail} and {@code stl_load_errors}
 * keep why a load failed, past the rollback.
 *
 * <p>It is stricter than Redshift where the documentation leaves a doubt: a quoted field is treated
 * as one without quotes, so {@code EMPTYASNULL} and {@code NULL AS} take it for null too. It does
 * not imitate: distribution, sorting and compression (accepted and ignored), lengths in bytes
 * outside of {@code COPY}, keys that are declared but not enforced (here they are enforced), the
 * lock that a writer holds on its whole table, {@code MERGE} with {@code REMOVE DUPLICATES}, other
 * formats than CSV, IAM, and leader-node rules. SQL of PostgreSQL that Redshift lacks and the
 * double's table does not name is run. Its error codes and wordings are Redshift's kind: depend on
 * none that the documentation does not state.
 *
 * <p>All methods may be called from any thread.
 */
public final class RedshiftServer implements AutoCloseable {

  private final PostgresDatabase database;
  private final WireProxy proxy;
  private final List<String> statements = new CopyOnWriteArrayList<>();
  private String conflict = "";

  private RedshiftServer(PostgresDatabase database) {
    this.database = database;
    this.proxy = new WireProxy(database.port(), () -> new RedshiftTap(this::translated));
  }

  /**
   * Starts a double with an empty database.
   *
   * @param s3 whose objects {@code COPY} reads
   * @return a running server
   */
  public static RedshiftServer start(S3Server s3) {
    PostgresDatabase database = PostgresServer.shared().createDatabase();
    try {
      RedshiftCatalog.install(database, s3.root());
    } catch (SQLException e) {
      throw new IllegalStateException("the Redshift double could not be set up", e);
    }
    return new RedshiftServer(database);
  }

  /**
   * The host, by the name that the server's certificate holds.
   *
   * @return {@code localhost}
   */
  public String host() {
    return database.host();
  }

  /**
   * Where clients connect.
   *
   * @return a TCP port
   */
  public int port() {
    return proxy.port();
  }

  /**
   * The name of the database.
   *
   * @return a plain lower-case identifier
   */
  public String database() {
    return database.name();
  }

  /**
   * The role for the code under test.
   *
   * @return a login role
   */
  public String user() {
    return database.user();
  }

  /**
   * The password of {@link #user()}.
   *
   * @return the one that is valid now
   */
  public String password() {
    return database.password();
  }

  /**
   * Where the code under test connects, verifying the certificate in full.
   *
   * @return a URL for the PostgreSQL driver, without user and password
   */
  public String jdbcUrl() {
    return jdbcUrlThrough(port());
  }

  /**
   * As {@link #jdbcUrl()}, through a proxy before this server.
   *
   * @param proxyPort the port of the proxy on {@link #host()}
   * @return a URL for the PostgreSQL driver
   */
  public String jdbcUrlThrough(int proxyPort) {
    return database.jdbcUrlThrough(proxyPort);
  }

  /**
   * Connects to the PostgreSQL behind the double, as its administrator.
   *
   * @return a new connection, which the caller closes
   * @throws SQLException if the server is gone
   */
  public Connection connectBehind() throws SQLException {
    return database.connectAsAdmin();
  }

  /**
   * Has the next statement with this text fail with error 1023, as if another transaction had
   * changed what this one read.
   *
   * @param text a part of the SQL, in whatever case
   */
  public synchronized void violateIsolationAt(String text) {
    conflict = text.toLowerCase(Locale.ROOT);
  }

  /**
   * The SQL of all statements so far, as the client sent it; one that is prepared counts once.
   *
   * @return a copy
   */
  public List<String> statements() {
    return List.copyOf(statements);
  }

  /** Stops the double and drops its database. */
  @Override
  public void close() {
    proxy.close();
    database.close();
  }

  private String translated(String sql) {
    statements.add(sql);
    if (isConflictDueAt(sql)) {
      return new RedshiftRefusal("40001", "provoked by the test").asStatement(SqlLexer.tokens(sql));
    }
    return RedshiftDialect.translate(sql);
  }

  private synchronized boolean isConflictDueAt(String sql) {
    boolean due = !conflict.isEmpty() && sql.toLowerCase(Locale.ROOT).contains(conflict);
    conflict = due ? "" : conflict;
    return due;
  }
}
